import type { Time } from '../../shared/ids.ts'
import type { Recency } from './event.ts'

/** Exchanges warn that their REST answers may lag behind their streams; a snapshot speaks for what is older than this. */
export const READ_LAG_MS = 2_000

/** By sequence when both have one, else by time. Equally new is not older: applying a row twice changes nothing. */
export function isOlder(candidate: Recency, present: Recency): boolean {
  if (candidate.sequence !== null && present.sequence !== null) return candidate.sequence < present.sequence
  return candidate.at < present.at
}

/** A snapshot taken `at` says that what it does not list did not exist at this moment. */
export function floorOf(at: Time): Time {
  return at - READ_LAG_MS
}
