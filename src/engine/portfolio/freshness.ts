import type { Freshness } from '../../shared/fields.ts'
import type { Time } from '../../shared/ids.ts'
import type { MarketPrice } from '../account/market-view.ts'
import { leastFresh } from '../session/freshness.ts'

/** A mark price not heard for longer than this is stale, however alive the streams are. */
export const MARK_STALE_AFTER_MS = 10_000

/** Of several accounts together: nothing is heard only when nothing is heard of any. */
export function worstOfMany(parts: readonly Freshness[]): Freshness {
  if (parts.length > 0 && parts.every((part) => part === 'down')) return 'down'
  const together = leastFresh(parts)
  return together === 'down' ? 'stale' : together
}

/** Before the stream speaks the exchange's mark of the last snapshot stands in, which is stale by nature. */
export function markFreshness(price: MarketPrice | null, now: Time, staleAfterMs: number): Freshness {
  if (price === null || price.mark === null) return 'stale'
  return now - price.markHeardAt > staleAfterMs ? leastFresh([price.freshness, 'stale']) : price.freshness
}
