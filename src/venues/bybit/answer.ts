import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { BudgetReading, Read, ReadOutcome } from '../../engine/ports/plan.ts'
import type { Time } from '../../shared/ids.ts'
import type { Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { BAN_MS, failureFor, meaningOf, type Meaning } from './codes.ts'
import { parseJson } from './decode.ts'
import { unreadable, VENUE_NAME } from './failures.ts'
import { budgetReadings, resetAfterMs } from './budgets.ts'
import { envelope } from './wire.ts'

type Answered = Extract<HttpAnswer, { kind: 'answer' }>

/** How long a refused location is left in peace when no code says for how long. */
const REGION_REST_MS = 60_000

/** What a REST answer means. Never throws, whatever the body; nothing of the body's text gets into a sentence. */
export function answer(read: Read, answered: HttpAnswer): ReadOutcome {
  if (answered.kind === 'failed') return failed(answered.failure, 'retry', [])
  const body = envelope.safeParse(parseJson(answered.body))
  if (!body.success) return withoutEnvelope(read, answered)
  const { retCode, result, time } = body.data
  const at = momentIn(time)
  const budgets = budgetReadings(answered.headers)
  if (retCode === 0) return { kind: 'payload', payload: result, at, budgets }
  const meaning = patient(meaningOf(retCode), retCode, answered, at)
  return failed(failureFor(meaning, read.path, retCode), meaning.remedy, budgets)
}

/** An answer that is not Bybit's JSON comes from the walls before it: then only the HTTP status speaks. */
function withoutEnvelope(read: Read, answered: Answered): ReadOutcome {
  const { status } = answered
  switch (status) {
    case 401:
      return failed({ ...unavailable('venue.key-or-address'), code: 'denied', terminal: true }, 'stop', [])
    case 403:
      return forbidden(answered.body)
    case 404:
      return failed(failureFor(meaningOf(10017), read.path, status), 'without', [])
    case 429:
      return resting('venue.rate-limit', retryAfterMs(answered.headers))
    default:
      return failed(status >= 500 ? unavailable('venue.maintenance') : unreadable(read.path), 'retry', [])
  }
}

/** Bybit's wall says when an address asked too often; anyone else's page means that the location is not served. */
function forbidden(body: string): ReadOutcome {
  return /too frequent/i.test(body) ? resting('venue.banned', BAN_MS) : resting('venue.region', REGION_REST_MS)
}

function failed(
  failure: Failure,
  remedy: Extract<ReadOutcome, { kind: 'failed' }>['remedy'],
  budgets: readonly BudgetReading[],
): ReadOutcome {
  return { kind: 'failed', failure, remedy, budgets }
}

type WallSentence = 'venue.banned' | 'venue.region' | 'venue.rate-limit' | 'venue.maintenance' | 'venue.key-or-address'

function unavailable(key: WallSentence): Failure {
  return { code: 'unavailable', sentence: sentence(key, { venue: VENUE_NAME, host: 'REST' }) }
}

function resting(key: WallSentence, restMs: number): ReadOutcome {
  return failed({ ...unavailable(key), retryAfterMs: restMs }, 'rest', [])
}

/** A rate limit says in a header when it ends. */
function patient(meaning: Meaning, code: number, answered: Answered, at: Time | null): Meaning {
  if (code !== 10006) return meaning
  return { ...meaning, retryAfterMs: resetAfterMs(answered.headers, at) ?? meaning.retryAfterMs ?? 1000 }
}

function retryAfterMs(headers: Answered['headers']): number {
  const seconds = headers['retry-after'] ?? ''
  return /^\d{1,5}$/.test(seconds) ? Number(seconds) * 1000 : 60_000
}

function momentIn(time: unknown): Time | null {
  return typeof time === 'number' && Number.isSafeInteger(time) && time > 0 ? time : null
}
