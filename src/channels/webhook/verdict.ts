import { z } from 'zod'
import type { Delivery } from '../../engine/ports/channel.ts'
import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { ChannelSettings } from '../../shared/channel-rows.ts'
import type { SentenceKey } from '../../shared/sentence.ts'
import { quote } from '../../shared/text/quote.ts'
import { again, delivered, refused } from '../http/delivery.ts'
import { networkProblem } from '../http/network-problem.ts'
import { parseJson } from '../http/parse-json.ts'
import { retryAfterMs, waitOfSeconds } from '../http/retry-after.ts'

export type WebhookPreset = Extract<ChannelSettings, { kind: 'webhook' }>['preset']

export interface VerdictContext {
  readonly preset: WebhookPreset
  readonly host: string
  readonly secrets: readonly string[]
  readonly now: number
}

type Answer = Extract<HttpAnswer, { kind: 'answer' }>

const made = z.object({ id: z.string() })
const waiting = z.object({ retry_after: z.number() })
const explained = z.object({ message: z.string() }).or(z.object({ error: z.string() }))
/** Not now; a second try is wanted. */
const NOT_NOW = new Set([408, 425, 429])
const OWN_SENTENCE: Readonly<Record<number, SentenceKey>> = {
  401: 'webhook.denied',
  403: 'webhook.denied',
  404: 'webhook.gone',
  410: 'webhook.gone',
  413: 'webhook.too-large',
}

/** What an answer means for the message that was posted. */
export function verdictOf(answer: HttpAnswer, context: VerdictContext): Delivery {
  const { host } = context
  if (answer.kind === 'failed') return networkProblem(answer.failure, host)
  const { status } = answer
  if (status >= 200 && status < 300)
    return isTaken(answer, context.preset) ? delivered : again('channel.garbage', { host })
  if (NOT_NOW.has(status)) return again('channel.busy', { host }, waitOf(answer, context.now))
  if (status >= 500) return again('channel.server-error', { host, status: String(status) }, waitOf(answer, context.now))
  if (status >= 300 && status < 400) return refused('webhook.redirect', { host, status: String(status) })
  return refused(OWN_SENTENCE[status] ?? 'webhook.refused', { host, reason: reasonOf(answer, context.secrets) })
}

/** A login page or a parked domain answers 200 too, so where the receiver's own words are known they are asked for. */
function isTaken({ body, status }: Answer, preset: WebhookPreset): boolean {
  if (preset === 'plain') return true
  if (preset === 'slack') return body.trim() === 'ok'
  return parseJson(body, made) !== null || (preset === 'discord' && status === 204)
}

/** Discord is more exact in its body. */
function waitOf({ body, headers }: Answer, now: number): number | null {
  return waitOfSeconds(parseJson(body, waiting)?.retry_after) ?? retryAfterMs(headers['retry-after'], now)
}

function reasonOf({ body, status }: Answer, secrets: readonly string[]): string {
  const said = parseJson(body, explained)
  const words = said === null ? body : 'message' in said ? said.message : said.error
  const quoted = quote(words, secrets)
  return quoted === '' ? `HTTP ${status}` : `HTTP ${status}: ${quoted}`
}
