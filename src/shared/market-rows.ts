import { z } from 'zod'
import { amount, freshness, instrumentIdField, marketIdField, maybeAmount, maybeTime, text, time } from './fields.ts'

/** The newest prices of one contract. Key: instrument id. */
export const priceRow = z.strictObject({
  instrument: instrumentIdField,
  market: marketIdField,
  symbol: text(64),
  base: text(32),
  quote: text(32),
  tick: amount,
  bid: maybeAmount,
  bidSize: maybeAmount,
  ask: maybeAmount,
  askSize: maybeAmount,
  last: maybeAmount,
  mark: maybeAmount,
  index: maybeAmount,
  /** Change over 24 h as a fraction. */
  change24h: maybeAmount,
  high24h: maybeAmount,
  low24h: maybeAmount,
  volume24h: maybeAmount,
  turnover24h: maybeAmount,
  fundingRate: maybeAmount,
  nextFundingAt: maybeTime,
  freshness,
  at: time,
  heardAt: time,
})
export type PriceRow = z.infer<typeof priceRow>

/** One contract as search finds it. */
export const instrumentRow = z.strictObject({
  instrument: instrumentIdField,
  market: marketIdField,
  marketName: text(60),
  symbol: text(64),
  base: text(32),
  quote: text(32),
  settle: text(32),
  kind: z.enum(['linear', 'inverse']),
  expiresAt: maybeTime,
  tick: amount,
  step: amount,
})
export type InstrumentRow = z.infer<typeof instrumentRow>

/** A place in the watchlist. Key: instrument id. */
export const watchRow = z.strictObject({ instrument: instrumentIdField, position: z.int().min(0) })
export type WatchRow = z.infer<typeof watchRow>

export const candleInterval = z.enum(['1m', '5m', '15m', '1h', '4h', '1d'])
export type CandleInterval = z.infer<typeof candleInterval>

/** One candle. Key in a live: its opening time as text. `closed` is final; an open candle still changes. */
export const candleRow = z.strictObject({
  openedAt: time,
  open: amount,
  high: amount,
  low: amount,
  close: amount,
  volume: amount,
  closed: z.boolean(),
})
export type CandleRow = z.infer<typeof candleRow>
