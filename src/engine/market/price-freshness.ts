import type { Freshness } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import { lessFresh } from '../session/freshness.ts'
import type { PriceEntry } from './price-entry.ts'

/** Mark prices move every second or three; one that stands still this long is no longer to be trusted. */
export const QUIET_MS = 60_000

/**
 * How fresh the mark price is: that of the stream which tells it, once it has spoken on the connection in use. `carried`
 * is the least fresh of the connections that carry the instrument; until a stream has confirmed what was read over REST,
 * perhaps, it is all there is to go by.
 */
export function markFreshness(entry: PriceEntry, carried: Freshness, now: Time): Freshness {
  const mark = entry.markStream === null ? undefined : entry.streams.get(entry.markStream)
  if (mark === undefined) return lessFresh('checking', carried)
  const freshness = mark.source.freshness()
  const former = mark.generation < mark.source.since()
  if (freshness !== 'live') return freshness
  if (former) return 'checking'
  return now - entry.markHeardAt > QUIET_MS ? 'stale' : 'live'
}

/** How fresh the row is as a whole: the least fresh of everything it is made of. */
export function rowFreshness(entry: PriceEntry, carried: Freshness, now: Time): Freshness {
  return lessFresh(markFreshness(entry, carried, now), carried)
}
