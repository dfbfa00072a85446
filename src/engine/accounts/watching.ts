import type { InstrumentId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { WatchRow } from '../../shared/market-rows.ts'
import type { MarketHouse } from '../market/house.ts'
import type { Store } from '../ports/store.ts'
import type { Table } from '../tables.ts'
import { createWatchlist, type Watchlist } from '../watchlist.ts'
import type { Houses } from './houses.ts'

/** What a first start watches, by base asset, in this order. */
const SUGGESTED = ['BTC', 'ETH', 'SOL', 'XRP', 'BNB', 'DOGE', 'LINK', 'AVAX']

/** Keeps prices coming for everything on the watchlist, and suggests the usual contracts on a first start. */
export function keepWatching(
  store: Store,
  table: Table<WatchRow>,
  houses: Houses,
): { readonly watchlist: Watchlist; readonly stop: Stop } {
  const wants = new Map<InstrumentId, Stop>()
  const watchlist = createWatchlist(store, table, () => follow())
  const stops: Stop[] = []

  function follow(): void {
    const watched = new Set(table.keys() as Iterable<InstrumentId>)
    for (const [instrument, stop] of [...wants]) {
      if (watched.has(instrument)) continue
      stop()
      wants.delete(instrument)
    }
    for (const instrument of watched) want(instrument)
  }

  function want(instrument: InstrumentId): void {
    if (wants.has(instrument)) return
    const stop = houses.of(instrument)?.want(instrument, 'counted-on')
    if (stop !== undefined) wants.set(instrument, stop)
  }

  stops.push(
    houses.onOpened((house) => {
      follow()
      stops.push(house.onInstruments(() => watchlist.suggest(suggestion(house, watchlist))))
    }),
  )
  return {
    watchlist,
    stop: () => {
      for (const stop of [...stops, ...wants.values()]) stop()
    },
  }
}

/** Perpetuals of the usual assets, from the first market place that lists them. */
function suggestion(house: MarketHouse, watchlist: Watchlist): readonly InstrumentId[] {
  if (watchlist.instruments().length > 0) return []
  return SUGGESTED.flatMap((base) => house.perpetual(base, 'USDT')?.instrument ?? [])
}
