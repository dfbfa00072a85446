import type { InstrumentId } from '../../../shared/ids.ts'
import { instrumentId } from '../../../shared/ids.ts'
import { decimal } from '../../../shared/decimal.ts'
import type { CandleRow } from '../../../shared/market-rows.ts'
import { createStreams } from '../../health/streams.ts'
import { createNet } from '../../net/net.ts'
import type { MarketFeed } from '../../ports/feed.ts'
import type { HttpAnswer } from '../../ports/http.ts'
import { createEngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { oblige, says } from '../../test/fake-feed.ts'
import { createFakeHttp, json } from '../../test/fake-http.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createFakeMachine } from '../../test/fake-machine.ts'
import { createSeededRandom } from '../../test/fake-random.ts'
import { createFakeSockets, type FakeSocket } from '../../test/fake-sockets.ts'
import { createFakeMarketFeed, createFakeVenue, fakeMarket } from '../../test/fake-venue.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createMarketHouse } from '../house.ts'
import type { MarketEvent, PriceFields } from '../price.ts'

export const START = 1_795_257_600_000
export const btc = instrumentId(fakeMarket, 'BTCUSDT')
export const eth = instrumentId(fakeMarket, 'ETHUSDT')

/** A market house among fakes, on an exchange that answers at once unless the test says otherwise. */
export function createMarketStage(feeds: readonly MarketFeed[] = [createFakeMarketFeed()]) {
  const clock = createManualClock(START)
  const sockets = createFakeSockets()
  const http = createFakeHttp(() => clock.monotonic())
  const far: Far = { symbols: ['BTCUSDT', 'ETHUSDT'], answer: () => null, candles: [], prices: [] }
  http.answer((request) => {
    const path = new URL(request.url).pathname
    return far.answer(path) ?? json(bodyOf(path, far, clock.now()))
  })
  sockets.onOpen((socket) => void clock.after(5, () => socket.open()))
  sockets.onSent((socket, text) => void clock.after(5, () => oblige(socket, text)))

  const tables = createTables()
  const state = createEngineState(tables)
  const machine = createFakeMachine()
  const ports = { clock, sockets, http, machine, random: createSeededRandom(7), log: createFakeLog() }
  const venue = createFakeVenue({ feeds, budgets: [{ host: 'rest', bucket: 'weight', limit: 1000, windowMs: 60_000 }] })
  const hosts = venue.hosts('mainnet', {})
  const net = createNet(ports, venue, hosts, state.budgets)
  const streams = createStreams(clock, state.streams)
  const options = { venue, environment: 'mainnet', market: fakeMarket, marketName: 'Fake', hosts, net } as const
  const house = createMarketHouse(ports, { ...options, tables, prices: state.prices, streams })
  const row = (instrument: InstrumentId) => {
    tables.settle()
    return state.prices.get(instrument)
  }
  const paths = (start: string): readonly string[] =>
    http.requests.map(({ request }) => new URL(request.url).pathname).filter((path) => path.startsWith(start))
  const stopAll = (): void => {
    house.stop()
    streams.stop()
    net.stop()
  }
  return { clock, sockets, http, machine, far, tables, state, house, row, paths, stopAll }
}

export function tell(socket: FakeSocket, ...items: readonly MarketEvent[]): void {
  // The fake feed's items are typed as text; this one carries market events.
  socket.say(says({ kind: 'items', items: items as unknown as readonly string[] }))
}

export function price(instrument: InstrumentId, fields: PriceFields, extra: Partial<PriceEvent> = {}): PriceEvent {
  return { kind: 'price', instrument, stream: 'all', whole: false, fields, order: 1, at: START, ...extra }
}

export type PriceEvent = Extract<MarketEvent, { kind: 'price' }>

export function candle(openedAt: number, close: string, closed: boolean): CandleRow {
  const [open, high, low] = ['100', '200', '50'].map(decimal) as [
    CandleRow['open'],
    CandleRow['open'],
    CandleRow['open'],
  ]
  return { openedAt, open, high, low, close: decimal(close), volume: decimal(closed ? '10' : '5'), closed }
}

/** The exchange's side: what it lists and says; `answer` comes before all of it. */
interface Far {
  symbols: readonly string[]
  answer: (path: string) => HttpAnswer | null
  candles: readonly CandleRow[]
  prices: readonly MarketEvent[]
}

function bodyOf(path: string, far: Far, now: number): unknown {
  if (path === '/time') return { now }
  if (path === '/instruments') return far.symbols
  if (path.startsWith('/prices/')) return far.prices
  const [, , , , before = '0', count = '0'] = path.split('/')
  return far.candles.filter(({ openedAt }) => openedAt < Number(before)).slice(-Number(count))
}
