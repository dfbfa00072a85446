import type { Read, Remedy } from '../../engine/ports/plan.ts'
import type { Failure } from '../../shared/result.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import { refused } from './failure.ts'
import { NAME } from './name.ts'

/** A failure together with what to do about it. */
export interface Verdict {
  readonly failure: Failure
  readonly remedy: Remedy
}

const OVERLOADED = new Set([-1000, -1001, -1006, -1007, -1008, -1109])
const UNKNOWN_SYMBOL = new Set([-1121, -1122, -4141, -4144])

/**
 * What a code means. Messages vary without notice, so only the code decides.
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/error-code
 */
export function verdictOfCode(code: number, read: Read): Verdict {
  if (OVERLOADED.has(code)) return { failure: overloaded(), remedy: 'retry' }
  if (UNKNOWN_SYMBOL.has(code)) return { failure: unknownSymbol(read), remedy: 'without' }
  switch (code) {
    case -1003:
    case -1015:
      return { failure: plain('venue.rate-limit'), remedy: 'rest' }
    case -1016:
      return { failure: overloaded(), remedy: 'rest' }
    case -1021:
      return { failure: plain('venue.clock'), remedy: 'clock' }
    default:
      return keyVerdict(code, read) ?? { failure: refused(read.path, code), remedy: 'without' }
  }
}

export function overloaded(retryAfterMs?: number): Failure {
  const failure = plain('venue.maintenance')
  return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs }
}

export function outOfRegion(read: Read): Verdict {
  const host = read.host === 'sapi' ? 'sapi' : 'fapi'
  const failure: Failure = { code: 'venue', sentence: sentence('venue.region', { venue: NAME, host }), terminal: true }
  return { failure, remedy: remedyOfKey(read) }
}

export function plain(id: SentenceKey): Failure {
  return { code: 'venue', sentence: sentence(id, { venue: NAME }) }
}

/** Codes about the key or the account: nothing but the user can help. */
function keyVerdict(code: number, read: Read): Verdict | null {
  const id = KEY_SENTENCES.get(code)
  if (code === -4402) return outOfRegion(read)
  return id === undefined ? null : { failure: { ...plain(id), terminal: true }, remedy: remedyOfKey(read) }
}

const KEY_SENTENCES: ReadonlyMap<number, SentenceKey> = new Map([
  [-1002, 'venue.key-or-address'],
  [-1011, 'venue.address-refused'],
  [-1022, 'venue.signature-refused'],
  [-2014, 'venue.key-invalid'],
  [-2015, 'venue.key-or-address'],
  [-2017, 'venue.key-or-address'],
  [-4109, 'venue.inactive-account'],
])

/** The wallet host only verifies rights; whatever it refuses, the account itself goes on. */
function remedyOfKey(read: Read): Remedy {
  return read.host === 'sapi' ? 'without' : 'stop'
}

function unknownSymbol(read: Read): Failure {
  const symbol = read.query.find(([name]) => name === 'symbol')?.[1] ?? ''
  return { code: 'venue', sentence: sentence('venue.unknown-symbol', { venue: NAME, symbol }) }
}
