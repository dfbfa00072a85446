import { decimal } from '../../shared/decimal.ts'
import { instrumentId, marketId, venueId } from '../../shared/ids.ts'
import type { CandleRow } from '../../shared/market-rows.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Instrument } from '../market/instrument.ts'
import type { MarketEvent } from '../market/price.ts'
import type { MarketFeed } from '../ports/feed.ts'
import type { HttpAnswer } from '../ports/http.ts'
import type { Plan, Read, ReadOutcome, Remedy } from '../ports/plan.ts'
import type { Budget, Venue } from '../ports/venue.ts'
import { fakePace, failure } from './fake-feed.ts'

export const fakeMarket = marketId(venueId('fake'), 'main')

/** What each HTTP status asks for, at the fake exchange. */
const remedies: Readonly<Record<number, Remedy>> = {
  401: 'stop',
  404: 'without',
  418: 'rest',
  425: 'clock',
  429: 'rest',
  500: 'retry',
}

export function fakeRead(path: string, extra: Partial<Read> = {}): Read {
  return { host: 'rest', method: 'GET', path, query: [], access: 'public', cost: { weight: 1 }, ...extra }
}

/** A plan that makes one batch of reads and answers with their payloads. */
export function* readPlan(reads: readonly Read[]): Plan<readonly unknown[]> {
  const payloads: unknown[] = []
  for (const outcome of yield reads) {
    if (outcome.kind === 'failed') return fail(outcome.failure)
    payloads.push(outcome.payload)
  }
  return ok(payloads)
}

export interface FakeVenueOptions {
  readonly budgets?: readonly Budget[]
  readonly feeds?: readonly MarketFeed[]
}

/** An exchange in the plainest wire there can be: paths name what is asked, bodies are what our types say. */
export function createFakeVenue(options: FakeVenueOptions = {}): Venue {
  const unused = (): never => {
    throw new Error('The fake exchange has no accounts')
  }
  return {
    id: venueId('fake'),
    name: 'Fake',
    environments: ['mainnet'],
    signing: ['hmac'],
    budgets: options.budgets ?? [{ host: 'rest', bucket: 'weight', limit: 100, windowMs: 60_000 }],
    signedReads: ['GET /account'],
    hostVariables: {},
    hosts: () => ({ rest: 'https://rest.fake' }),
    place: () => 'main',
    request: (read, hosts, now, signer) => ({
      method: read.method,
      url: `${hosts['rest'] ?? ''}${read.path}${queryOf(read)}`,
      headers: { time: String(now), key: signer?.apiKey ?? '' },
      timeoutMs: 10_000,
    }),
    answer: (_read, answer) => outcomeOf(answer),
    serverTime: () => one('/time', (payload) => (payload as { now: number }).now),
    instruments: () => one('/instruments', (payload) => (payload as string[]).map(fakeInstrument)),
    prices: (_context, instruments) =>
      one(`/prices/${instruments.map(({ symbol }) => symbol).join(',')}`, (payload) => payload as MarketEvent[]),
    candles: (_context, instrument, interval, before, count) =>
      one(`/candles/${instrument.symbol}/${interval}/${before}/${count}`, (payload) => payload as CandleRow[]),
    keyRights: unused,
    recognise: unused,
    snapshot: unused,
    history: [],
    privateFeed: unused,
    marketFeeds: () => options.feeds ?? [],
  }
}

export function fakeInstrument(symbol: string): Instrument {
  return {
    instrument: instrumentId(fakeMarket, symbol),
    market: fakeMarket,
    symbol,
    base: symbol.replace(/USDT$/, ''),
    quote: 'USDT',
    settle: 'USDT',
    kind: 'linear',
    tick: decimal('0.1'),
    step: decimal('0.001'),
    contractSize: decimal('1'),
    sizeUnit: symbol.replace(/USDT$/, ''),
    fundingIntervalHours: 8,
    expiresAt: null,
    trading: true,
  }
}

/** A market feed whose frames are the JSON of what they mean. */
export function createFakeMarketFeed(extra: Partial<MarketFeed> = {}): MarketFeed {
  return {
    name: 'prices',
    pace: fakePace,
    ticketing: null,
    url: () => 'wss://fake',
    login: () => null,
    subscribe: (topics, id) => [JSON.stringify({ op: 'subscribe', id, topics })],
    unsubscribe: (topics, id) => [JSON.stringify({ op: 'unsubscribe', id, topics })],
    heartbeat: (id) => JSON.stringify({ op: 'heartbeat', id }),
    hear: (text) => (text === 'garbage' ? fail(failure()) : ok(JSON.parse(text))),
    topicsFor: (want) =>
      want.kind === 'price'
        ? [`price.${want.instrument.symbol}`]
        : [`candle.${want.interval}.${want.instrument.symbol}`],
    ...extra,
  }
}

function* one<T>(path: string, read: (payload: unknown) => T): Plan<T> {
  const result = yield* readPlan([fakeRead(path)])
  return result.ok ? ok(read(result.value[0])) : result
}

function outcomeOf(answer: HttpAnswer): ReadOutcome {
  if (answer.kind === 'failed') return { kind: 'failed', failure: answer.failure, remedy: 'retry', budgets: [] }
  const used = answer.headers['used']
  const budgets = used === undefined ? [] : [{ bucket: 'weight', used: Number(used), limit: null }]
  if (answer.status === 200) return { kind: 'payload', payload: JSON.parse(answer.body), at: null, budgets }
  const wait = answer.headers['retry-after']
  const why = failure(wait === undefined ? {} : { retryAfterMs: Number(wait) * 1000 })
  return { kind: 'failed', failure: why, remedy: remedies[answer.status] ?? 'retry', budgets }
}

function queryOf({ query }: Read): string {
  return query.length === 0 ? '' : `?${query.map(([name, value]) => `${name}=${value}`).join('&')}`
}
