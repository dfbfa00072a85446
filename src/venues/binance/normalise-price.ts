import type { MarketEvent, PriceFields } from '../../engine/market/price.ts'
import { decimal, mul, trim, type Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'
import { candleInterval } from '../../shared/market-rows.ts'
import { unlessZero } from './normalise-words.ts'
import { amountOf } from './wire-fields.ts'
import type { BookTicker, KlineUpdate, MarkPrice, Ticker } from './wire-streams.ts'

const PERCENT = decimal('0.01')

/** The exchange states change in percent and we keep it as a fraction. */
export function percentToFraction(percent: Decimal): Decimal {
  return trim(mul(percent, PERCENT))
}

/** A rate without a time to pay it is no funding: dated contracts state zero for both. */
export function fundingOf(
  rate: Decimal | null,
  at: Time | null | undefined,
): Pick<PriceFields, 'fundingRate' | 'nextFundingAt'> {
  const paid = rate !== null && at !== null && at !== undefined && at > 0
  return { fundingRate: paid ? rate : null, nextFundingAt: paid ? at : null }
}

/** Null, here and below: an amount of the frame is no number. */
export function bookOf(frame: BookTicker, instrument: InstrumentId): MarketEvent | null {
  const bid = amountOf(frame.b)
  const bidSize = amountOf(frame.B)
  const ask = amountOf(frame.a)
  const askSize = amountOf(frame.A)
  if (bid === null || bidSize === null || ask === null || askSize === null) return null
  // One empty side of the book is written as price zero.
  const fields = { bid: unlessZero(bid), bidSize, ask: unlessZero(ask), askSize }
  return { kind: 'price', instrument, stream: 'book', whole: true, fields, order: frame.u, at: frame.T }
}

export function markOf(frame: MarkPrice, instrument: InstrumentId): MarketEvent | null {
  const mark = amountOf(frame.p)
  const index = statedAmount(frame.i)
  const rate = statedAmount(frame.r)
  if (mark === null || index === undefined || rate === undefined) return null
  const fields = { mark, index, ...fundingOf(rate, frame.T) }
  return { kind: 'price', instrument, stream: 'mark', whole: true, fields, order: frame.E, at: frame.E }
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
  const fields = { last, change24h: percentToFraction(percent), high24h, low24h, volume24h, turnover24h }
  return { kind: 'price', instrument, stream: 'day', whole: true, fields, order: frame.E, at: frame.E }
}

/** Intervals nobody asked for do not come; one we do not chart is as unreadable as a bad amount. */
export function candleOf({ k, E }: KlineUpdate, instrument: InstrumentId): MarketEvent | null {
  const interval = candleInterval.safeParse(k.i)
  const open = amountOf(k.o)
  const high = amountOf(k.h)
  const low = amountOf(k.l)
  const close = amountOf(k.c)
  const volume = amountOf(k.v)
  if (open === null || high === null || low === null || close === null || volume === null) return null
  if (!interval.success) return null
  const candle = { openedAt: k.t, open, high, low, close, volume, closed: k.x }
  return { kind: 'candle', instrument, interval: interval.data, candle, at: E }
}

/** Null when not stated, undefined when unreadable. */
function statedAmount(text: string | undefined): Decimal | null | undefined {
  if (text === undefined || text === '') return null
  return amountOf(text) ?? undefined
}
