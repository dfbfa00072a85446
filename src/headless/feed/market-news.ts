import type { Engine } from '../../engine/engine.ts'
import type { Stop } from '../../shared/link.ts'
import { priceMessage } from './messages.ts'
import type { Outbox } from './outbox.ts'
import type { Channel } from './request.ts'

/** What the feed tells of prices: the newest of each symbol, as often as the reader keeps up. */
export function createMarketNews(
  { state }: Engine,
  wants: (channel: Channel) => boolean,
  outbox: Outbox,
): { readonly stop: Stop } {
  const told = new Map<string, string | null>()

  function changed(key: string): void {
    const row = state.prices.get(key)
    if (row === undefined || !wants('prices')) return
    const price = row.mark ?? row.last
    if (price === null || told.get(key) === price) return
    told.set(key, price)
    outbox.put(`price ${key}`, priceMessage(row))
  }

  for (const [key] of state.prices.rows()) changed(key)
  return { stop: state.prices.onChange(changed) }
}
