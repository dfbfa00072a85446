import type { Remedy } from '../../engine/ports/plan.ts'
import type { Failure } from '../../shared/result.ts'
import { sentence, type Sentence, type SentenceKey } from '../../shared/sentence.ts'
import { VENUE_NAME } from './failures.ts'

/** What one of Bybit's codes means for us. */
export interface Meaning {
  readonly remedy: Remedy
  readonly sentence: SentenceKey
  readonly code: Failure['code']
  readonly retryAfterMs?: number
}

/** How long an address that asked too much is shut out before Bybit lifts the block by itself. */
export const BAN_MS = 600_000
const stop = (key: SentenceKey): Meaning => ({ remedy: 'stop', sentence: key, code: 'denied' })
const again = (key: SentenceKey): Meaning => ({ remedy: 'retry', sentence: key, code: 'unavailable' })
const rest = (key: SentenceKey, retryAfterMs: number): Meaning => ({
  remedy: 'rest',
  sentence: key,
  code: 'unavailable',
  retryAfterMs,
})
const without = (key: SentenceKey): Meaning => ({ remedy: 'without', sentence: key, code: 'venue' })

/** Docs: https://bybit-exchange.github.io/docs/v5/error */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  [-1, again('venue.maintenance')],
  [-2015, stop('venue.key-expired')],
  [10000, again('venue.maintenance')],
  [10001, without('venue.refused')],
  [10002, { remedy: 'clock', sentence: 'venue.clock', code: 'venue' }],
  [10003, stop('venue.key-invalid')],
  [10004, stop('venue.signature-refused')],
  [10005, without('venue.no-right')],
  [10006, rest('venue.rate-limit', 1000)],
  [10007, stop('venue.key-or-address')],
  [10008, stop('venue.refused')],
  [10009, stop('venue.region')],
  [10010, stop('venue.address-refused')],
  [10016, again('venue.maintenance')],
  [10017, without('venue.refused')],
  [10018, rest('venue.banned', BAN_MS)],
  [10024, stop('venue.region')],
  [10027, without('venue.refused')],
  [10028, stop('venue.unsupported-account')],
  [10029, without('venue.refused')],
  [33004, stop('venue.key-expired')],
  [100028, without('venue.refused')],
  [429, rest('venue.rate-limit', 60_000)],
] satisfies readonly (readonly [number, Meaning])[])

/** Codes we do not know are tried again with back-off: nothing is concluded from them. */
export function meaningOf(code: number): Meaning {
  return meanings.get(code) ?? { remedy: 'retry', sentence: 'venue.refused', code: 'venue' }
}

/** Null for a code that means nothing in particular. `what` is what was asked, in the wire's own names. */
export function failureOf(code: number, what: string): Failure | null {
  const meaning = meanings.get(code)
  return meaning === undefined ? null : failureFor(meaning, what, code)
}

/**
 * The exchange's own text is left out on purpose: that of 10004 repeats the key, and others may.
 */
export function failureFor(meaning: Meaning, what: string, code: number): Failure {
  return {
    code: meaning.code,
    sentence: sentenceFor(meaning.sentence, what, code),
    ...(meaning.remedy === 'stop' ? { terminal: true } : {}),
    ...(meaning.retryAfterMs === undefined ? {} : { retryAfterMs: meaning.retryAfterMs }),
  }
}

function sentenceFor(key: SentenceKey, what: string, code: number): Sentence {
  return key === 'venue.unsupported-account'
    ? unsupportedAccount()
    : sentence(key, { venue: VENUE_NAME, what, code: String(code), host: 'REST' })
}

/** The exchange's own names of the account kinds and of the button, which it does not translate. */
export function unsupportedAccount(): Sentence {
  return sentence('venue.unsupported-account', {
    venue: VENUE_NAME,
    kind: 'Classic',
    instead: 'Assets → “Upgrade to UTA” → Unified Trading Account.',
  })
}
