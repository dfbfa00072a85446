import type { Environment } from '../../shared/fields.ts'
import type { InstrumentId, MarketId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { InstrumentRow, PriceRow } from '../../shared/market-rows.ts'
import type { Streams } from '../health/streams.ts'
import type { Net } from '../net/net.ts'
import type { Hosts, MarketContext, Venue } from '../ports/venue.ts'
import type { SessionPorts } from '../session/run.ts'
import type { Table, Tables } from '../tables.ts'
import type { Candles } from './candle-house.ts'
import { furnish } from './furnish.ts'
import type { Instrument } from './instrument.ts'
import { findPerpetual } from './perpetual.ts'
import type { PriceView } from './price-entry.ts'
import { search } from './search.ts'
import type { Need } from './wants.ts'

/** One market place: its contracts, prices and candles, kept for whoever wants them. */
export interface MarketHouse {
  readonly market: MarketId
  /** What a venue's pure functions need to know; the contracts in it are the newest. */
  context(): MarketContext
  instrument(instrument: InstrumentId): Instrument | null
  /** Told whenever the list of contracts was fetched; at once when it is there already. */
  onInstruments(take: () => void): Stop
  /** Somebody met a contract that is not in the list: the list is fetched again, once for each such contract. */
  missing(symbol: string): void
  search(text: string): readonly InstrumentRow[]
  /** The contract whose price is the worth of one `base` in `quote`. */
  perpetual(base: string, quote: string): Instrument | null
  /** Null until anything is known of a wanted instrument. Replaced, never changed. */
  price(instrument: InstrumentId): PriceView | null
  /** Keeps prices coming until stopped; many wants of one instrument are one subscription. */
  want(instrument: InstrumentId, need: Need): Stop
  /** Told once of each instrument that changed until rows are next settled. */
  onPrices(take: (changed: Iterable<InstrumentId>) => void): Stop
  readonly candles: Pick<Candles, 'history' | 'open'>
  start(): void
  stop(): void
}

export interface HouseOptions {
  readonly venue: Venue
  readonly environment: Environment
  readonly market: MarketId
  /** Names the market place in search results. */
  readonly marketName: string
  readonly hosts: Hosts
  readonly net: Net
  readonly tables: Tables
  readonly prices: Table<PriceRow>
  readonly streams: Streams
}

const RECHECK_MS = 5000

export function createMarketHouse(ports: SessionPorts, options: HouseOptions): MarketHouse {
  const { context, store, book, wants, seeders, candles, feeds, client } = furnish(ports, options)
  const timer: { stop: Stop } = { stop: () => undefined }
  const jumps: { stop: Stop } = { stop: () => undefined }

  function recheck(): void {
    book.recheck()
    timer.stop = ports.clock.after(RECHECK_MS, recheck)
  }

  store.onLoaded(() => {
    book.renew(store.all())
    wants.resolve()
    candles.refill()
  })

  return {
    market: options.market,
    context,
    instrument: (id) => store.all().get(id) ?? null,
    onInstruments: (take) => store.onLoaded(take),
    missing: (symbol) => store.missing(symbol),
    search: (text) => search(store.all().values(), text, options.marketName),
    perpetual: (base, quote) => findPerpetual(store.all().values(), base, quote),
    price: (id) => book.price(id),
    want: (instrument, need) => wants.want({ kind: 'price', instrument }, need),
    onPrices: (take) => book.onPrices(take),
    candles,
    start: () => {
      store.start()
      jumps.stop = ports.clock.onJump(() => store.refresh())
      recheck()
    },
    stop: () => {
      timer.stop()
      jumps.stop()
      for (const part of [store, wants, candles, ...seeders, ...feeds, book, client]) part.stop()
    },
  }
}
