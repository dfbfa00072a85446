import type { Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { NAME } from './name.ts'

/** `what` names the place, never the value: values may be money. */
export function unreadable(what: string): Failure {
  return { code: 'venue', sentence: sentence('venue.unreadable', { venue: NAME, what }) }
}

/** The exchange declined one request; its code stays readable for {@link hasCode}. */
export function refused(what: string, code: number): Failure {
  return { code: 'venue', sentence: sentence('venue.refused', { venue: NAME, what, code: String(code) }) }
}

/** Whether the exchange declined this one request, for what it names or at all; asked again it would say the same. */
export function isRefused({ sentence: { id } }: Failure): boolean {
  return id === 'venue.refused' || id === 'venue.unknown-symbol'
}

/** Whether the exchange declined with this code. */
export function hasCode(failure: Failure, code: number): boolean {
  return failure.sentence.id === 'venue.refused' && failure.sentence.values['code'] === String(code)
}
