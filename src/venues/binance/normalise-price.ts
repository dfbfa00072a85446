import type { MarketEvent } from '../../engine/market/price.ts'
import { abs, decimal, isZero, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'
import type { CandleInterval } from '../../shared/market-rows.ts'
import { unlessZero } from './normalise-words.ts'
import { amountOf } from './wire-fields.ts'
import type { BookTicker, KlineUpdate, MarkPrice, Ticker } from './wire-streams.ts'

/** The exchange states change in percent and we keep it as a fraction; only the point moves, digits stay as stated. */
export function percentToFraction(percent: Decimal): Decimal {
  if (isZero(percent)) return ZERO
  const minus = percent.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = abs(percent).split('.')
  const digits = whole.padStart(3, '0')
  return decimal(`${minus}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`)
}

interface Funding {
  readonly fundingRate: Decimal | null
  readonly nextFundingAt: Time | null
}

/** A rate without a time to pay it is no funding: dated contracts state zero for both. */
export function fundingOf(rate: Decimal | null, at: Time | null): Funding {
  const paid = rate !== null && at !== null && at > 0
  return { fundingRate: paid ? rate : null, nextFundingAt: paid ? at : null }
}

/** What a frame states, its amounts checked; `at` is the exchange's time. */
export interface BookTold {
  readonly bid: Decimal
  readonly bidSize: Decimal
  readonly ask: Decimal
  readonly askSize: Decimal
  readonly order: number
  readonly at: Time
}

export interface MarkTold {
  readonly mark: Decimal
  readonly index: Decimal
  readonly rate: Decimal | null
  readonly paidAt: Time
  readonly at: Time
}

export interface DayTold {
  readonly percent: Decimal
  readonly last: Decimal
  readonly high24h: Decimal
  readonly low24h: Decimal
  readonly volume24h: Decimal
  readonly turnover24h: Decimal
  readonly at: Time
}

/** One empty side of the book is written as price zero. */
export function eventOfBook(told: BookTold, instrument: InstrumentId): MarketEvent {
  const { bid, bidSize, ask, askSize, order, at } = told
  const fields = { bid: unlessZero(bid), bidSize, ask: unlessZero(ask), askSize }
  return { kind: 'price', instrument, stream: 'book', whole: true, fields, order, at }
}

export function eventOfMark({ mark, index, rate, paidAt, at }: MarkTold, instrument: InstrumentId): MarketEvent {
  const { fundingRate, nextFundingAt } = fundingOf(rate, paidAt)
  const fields = { mark: unlessZero(mark), index: unlessZero(index), fundingRate, nextFundingAt }
  return { kind: 'price', instrument, stream: 'mark', whole: true, fields, order: at, at }
}

export function eventOfDay({ percent, last, at, ...stated }: DayTold, instrument: InstrumentId): MarketEvent {
  const fields = { last: unlessZero(last), change24h: percentToFraction(percent), ...stated }
  return { kind: 'price', instrument, stream: 'day', whole: true, fields, order: at, at }
}

/** Null, here and below: an amount of the frame is no number. */
export function bookOf(frame: BookTicker, instrument: InstrumentId): MarketEvent | null {
  const bid = amountOf(frame.b)
  const bidSize = amountOf(frame.B)
  const ask = amountOf(frame.a)
  const askSize = amountOf(frame.A)
  if (bid === null || bidSize === null || ask === null || askSize === null) return null
  return eventOfBook({ bid, bidSize, ask, askSize, order: frame.u, at: frame.T }, instrument)
}

export function markOf(frame: MarkPrice, instrument: InstrumentId): MarketEvent | null {
  const mark = amountOf(frame.p)
  const index = amountOf(frame.i)
  const rate = frame.r === '' ? null : amountOf(frame.r)
  if (mark === null || index === null || (rate === null && frame.r !== '')) return null
  return eventOfMark({ mark, index, rate, paidAt: frame.T, at: frame.E }, instrument)
}

export function dayOf(frame: Ticker, instrument: InstrumentId): MarketEvent | null {
  const percent = amountOf(frame.P)
  const last = amountOf(frame.c)
  const high24h = amountOf(frame.h)
  const low24h = amountOf(frame.l)
  const volume24h = amountOf(frame.v)
  const turnover24h = amountOf(frame.q)
  if (percent === null || last === null || high24h === null || low24h === null) return null
  if (volume24h === null || turnover24h === null) return null
  return eventOfDay({ percent, last, high24h, low24h, volume24h, turnover24h, at: frame.E }, instrument)
}

const INTERVALS: ReadonlyMap<string, CandleInterval> = new Map(
  (['1m', '5m', '15m', '1h', '4h', '1d'] as const).map((interval) => [interval, interval]),
)

/** Intervals nobody asked for do not come; one we do not chart is as unreadable as a bad amount. */
export function candleOf({ k, E }: KlineUpdate, instrument: InstrumentId): MarketEvent | null {
  const interval = INTERVALS.get(k.i)
  const open = amountOf(k.o)
  const high = amountOf(k.h)
  const low = amountOf(k.l)
  const close = amountOf(k.c)
  const volume = amountOf(k.v)
  if (open === null || high === null || low === null || close === null || volume === null) return null
  if (interval === undefined) return null
  const candle = { openedAt: k.t, open, high, low, close, volume, closed: k.x }
  return { kind: 'candle', instrument, interval, candle, at: E }
}
