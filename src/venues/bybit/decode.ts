import { fail, ok, type Result } from '../../shared/result.ts'
import { unreadable } from './failures.ts'

/** One text frame, sorted by its shape and not yet checked. */
export type Frame =
  | { readonly kind: 'topic'; readonly topic: string; readonly body: object }
  /** An answer to something we said: login, subscription, heartbeat. */
  | { readonly kind: 'reply'; readonly body: object }
  | { readonly kind: 'noise'; readonly what: string }

/**
 * Never throws. A line that is not JSON is noise: the server answers bad input with one. But text that was meant to be
 * a message and arrived broken may have borne money, so it is a failure.
 */
export function decode(text: string): Result<Frame> {
  const body = parseJson(text)
  if (body === undefined) return isBroken(text) ? fail(unreadable('frame')) : ok({ kind: 'noise', what: 'plain text' })
  if (typeof body !== 'object' || body === null) return ok({ kind: 'noise', what: 'a value without a shape' })
  if ('topic' in body && typeof body.topic === 'string') return ok({ kind: 'topic', topic: body.topic, body })
  return ok('op' in body || 'type' in body ? { kind: 'reply', body } : { kind: 'noise', what: 'an unknown shape' })
}

/** Undefined, which JSON cannot say, when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isBroken(text: string): boolean {
  return /^\s*[{[]/.test(text) || text.includes('"data"')
}
