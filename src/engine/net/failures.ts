import type { Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { Read } from '../ports/plan.ts'

/** Nobody waits for the answer any more. */
export function cancelled(): Failure {
  return { code: 'unavailable', sentence: sentence('network.cancelled') }
}

/** The host's own reason for resting, with the time that is left of it. */
export function resting(why: Failure, leftMs: number): Failure {
  return { ...why, retryAfterMs: Math.ceil(leftMs) }
}

export function timedOut(host: string, timeoutMs: number): Failure {
  const values = { host, seconds: String(Math.round(timeoutMs / 1000)) }
  return { code: 'unavailable', sentence: sentence('network.timeout', values) }
}

/** A signed request outside the venue's list of reads, or one without a key: a fault of ours, never sent. */
export function notAllowed(read: Read): Failure {
  const what = `${read.method} ${read.path}`
  return { code: 'internal', sentence: sentence('engine.read-not-allowed', { what }), terminal: true }
}

export function internal(incident: string): Failure {
  return { code: 'internal', sentence: sentence('engine.internal', { incident }) }
}
