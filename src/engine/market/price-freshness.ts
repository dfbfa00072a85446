import type { Freshness } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import { leastFresh } from '../session/freshness.ts'
import type { PriceEntry, PriceSource } from './price-entry.ts'

/** Mark prices move every second or three; one that stands still this long is no longer to be trusted. */
export const QUIET_MS = 60_000

/** How fresh the mark price is: that of the stream which tells it, once it has spoken on the connection in use. */
export function markFreshness(entry: PriceEntry, carriers: readonly PriceSource[], now: Time): Freshness {
  const mark = entry.markStream === null ? undefined : entry.streams.get(entry.markStream)
  if (mark === undefined) return unheard(carriers)
  const freshness = mark.source.freshness()
  const former = mark.generation < mark.source.since()
  if (freshness !== 'live') return freshness
  if (former) return 'checking'
  return now - entry.markHeardAt > QUIET_MS ? 'stale' : 'live'
}

/** How fresh the row is as a whole: the least fresh of everything it is made of. */
export function rowFreshness(entry: PriceEntry, carriers: readonly PriceSource[], now: Time): Freshness {
  return leastFresh([markFreshness(entry, carriers, now), ...carriers.map((carrier) => carrier.freshness())])
}

/** Read over REST, perhaps, but no stream has confirmed it yet. */
function unheard(carriers: readonly PriceSource[]): Freshness {
  return leastFresh(['checking', ...carriers.map((carrier) => carrier.freshness())])
}
