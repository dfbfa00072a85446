import type { PriceRow, WatchRow } from '../../../shared/market-rows.ts'

/** A place in the watchlist with what is known of its prices. */
export interface Watched extends WatchRow {
  readonly price: PriceRow | null
}

type Together = (rows: readonly WatchRow[], prices: ReadonlyMap<string, PriceRow>) => ReadonlyMap<string, Watched>

/** Puts places and prices together. A pair that did not change stays the same object, so its row is not rendered again. */
export function createTogether(): Together {
  const known = new WeakMap<WatchRow, Watched>()

  function pair(row: WatchRow, price: PriceRow | null): Watched {
    const before = known.get(row)
    if (before?.price === price) return before
    const watched = { ...row, price }
    known.set(row, watched)
    return watched
  }

  return (rows, prices) => new Map(rows.map((row) => [row.instrument, pair(row, prices.get(row.instrument) ?? null)]))
}
