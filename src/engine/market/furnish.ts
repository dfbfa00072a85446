import { symbolOf, type InstrumentId } from '../../shared/ids.ts'
import type { NetClient } from '../net/net.ts'
import type { MarketContext } from '../ports/venue.ts'
import type { Arrival, SessionPorts } from '../session/run.ts'
import { createNumbering } from '../session/wire.ts'
import { createCandles, type CandleOptions, type Candles } from './candle-house.ts'
import { createFeedLines, type FeedLines } from './feed-lines.ts'
import type { HouseOptions } from './house.ts'
import type { Instrument } from './instrument.ts'
import { createInstrumentStore, type InstrumentStore } from './instrument-store.ts'
import { createMarketLine, type LineOptions } from './market-line.ts'
import type { MarketEvent } from './price.ts'
import { createPriceBook, type PriceBook } from './price-book.ts'
import type { PriceSource } from './price-entry.ts'
import type { RefillPace } from './refill.ts'
import { createSeeder, firstPace, repairPace, type Seeder, type SeederOptions } from './seeder.ts'
import { createWants, type Wants } from './wants.ts'

/** The parts of a market house, which know each other only through it. */
export interface Rooms {
  readonly context: () => MarketContext
  readonly client: NetClient
  readonly store: InstrumentStore
  readonly book: PriceBook
  readonly feeds: readonly FeedLines[]
  readonly wants: Wants
  readonly seeders: readonly Seeder[]
  readonly candles: Candles
}

interface Base {
  readonly ports: SessionPorts
  readonly options: HouseOptions
  readonly client: NetClient
  readonly store: InstrumentStore
  readonly book: PriceBook
  readonly context: () => MarketContext
}

export function furnish(ports: SessionPorts, options: HouseOptions): Rooms {
  const base = layBase(ports, options)
  const seeder = createPriceSeeder(base, firstPace)
  const repairer = createPriceSeeder(base, repairPace)
  const candles = createCandleRoom(base, (wish) => wants.want(wish, 'looked-at'))
  const line = lineOptions(base, repairer, candles, (feed, topic) => wants.demand(feed, topic))
  const feeds = options.venue
    .marketFeeds(options.hosts)
    .map((feed) => createFeedLines(ports.clock, feed, (topics) => createMarketLine(line, feed, topics)))
  const wants = createWantRoom(base, feeds, seeder)
  const { context, client, store, book } = base
  return { context, client, store, book, feeds, wants, seeders: [seeder, repairer], candles }
}

function layBase(ports: SessionPorts, options: HouseOptions): Base {
  const { venue, market, environment, hosts, net, tables, prices } = options
  const client = net.client({ signer: null, urgency: 'live' })
  const store = createInstrumentStore({
    ...ports,
    venueName: venue.name,
    fetch: () => client.perform(venue.instruments({ market, environment, hosts })),
  })
  const book = createPriceBook(ports.clock, tables, prices)
  return {
    ports,
    options,
    client,
    store,
    book,
    context: () => ({ market, environment, hosts, instruments: store.all() }),
  }
}

function createPriceSeeder({ ports, options, client, store, book, context }: Base, pace: RefillPace): Seeder {
  const seeding: SeederOptions = {
    ...ports,
    fetch: (ids) =>
      client.perform(
        options.venue.prices(
          context(),
          ids.flatMap((id) => store.all().get(id) ?? []),
        ),
      ),
    take: (event) => {
      if (event.kind === 'price') book.seed(event)
    },
  }
  return createSeeder(seeding, pace)
}

function createCandleRoom(base: Base, want: CandleOptions['want']): Candles {
  const { ports, options, client, context } = base
  const { venue, tables, net } = options
  return createCandles({
    ports,
    tables,
    venueName: venue.name,
    serverNow: () => net.serverNow(),
    instrument: (id) => instrumentOf(base, id),
    want,
    fetch: (instrument, { interval, before, count }) =>
      client.perform(venue.candles(context(), instrument, interval, before, count, net.serverNow())),
  })
}

function createWantRoom(base: Base, feeds: readonly FeedLines[], seeder: Seeder): Wants {
  const { ports, store, book } = base
  return createWants({
    clock: ports.clock,
    feeds,
    instrument: (id) => instrumentOf(base, id),
    onUnknown: (id) => store.missing(symbolOf(id)),
    onMet: (wish, instrument, carried) => {
      if (wish.kind !== 'price') return
      book.follow(instrument, carried)
      seeder.ask([wish.instrument])
    },
    onEnded: (wish) => {
      if (wish.kind !== 'price') return
      book.forget(wish.instrument)
      seeder.drop(wish.instrument)
    },
  })
}

function lineOptions(base: Base, repairer: Seeder, candles: Candles, demand: Wants['demand']): LineOptions {
  const { ports, options, client, book, context } = base
  const { venue, streams, net } = options
  return {
    ports,
    venueName: venue.name,
    streams,
    demand,
    numbering: createNumbering(),
    context,
    serverNow: () => net.serverNow(),
    perform: client.perform,
    measureClock: () => void net.measureClock(),
    onItems: (items, source, arrival) => {
      for (const item of items) route(base, candles, item, source, arrival)
    },
    onGap: (why) => {
      candles.refill()
      if (why === 'resync') repairer.ask(book.followed())
    },
    onFreshness: () => book.recheck(),
  }
}

function route(base: Base, candles: Candles, item: MarketEvent, source: PriceSource, arrival: Arrival): void {
  if (item.kind === 'price') base.book.take(item, source, arrival)
  else if (item.kind === 'candle') candles.take(item)
  else base.store.refresh()
}

function instrumentOf({ store }: Base, id: InstrumentId): Instrument | null {
  return store.all().get(id) ?? null
}
