import { z } from 'zod'

/**
 * Market frames come thousands a second, so their schemas check types only; what is an amount is read once, when the
 * frame is normalised. `st` is 1 for this market and 2 for COIN-M, whose rows have shared the streams since mid 2026.
 */
const market = z.number().optional()

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Individual-Symbol-Book-Ticker-Streams */
export const bookTicker = z.object({
  u: z.number(),
  s: z.string(),
  b: z.string(),
  B: z.string(),
  a: z.string(),
  A: z.string(),
  T: z.number(),
  st: market,
})
export type BookTicker = z.infer<typeof bookTicker>

/**
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Mark-Price-Stream
 * A dated contract says `r: ""` or `r: "0.00000000", T: 0`: it has no funding.
 */
export const markPrice = z.object({
  E: z.number(),
  s: z.string(),
  p: z.string(),
  i: z.string().optional(),
  r: z.string().optional(),
  T: z.number().optional(),
  st: market,
})
export type MarkPrice = z.infer<typeof markPrice>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Individual-Symbol-Ticker-Streams */
export const ticker = z.object({
  E: z.number(),
  s: z.string(),
  P: z.string(),
  c: z.string(),
  h: z.string(),
  l: z.string(),
  v: z.string(),
  q: z.string(),
  st: market,
})
export type Ticker = z.infer<typeof ticker>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Kline-Candlestick-Streams */
export const klineUpdate = z.object({
  E: z.number(),
  s: z.string(),
  k: z.object({
    t: z.number(),
    i: z.string(),
    o: z.string(),
    c: z.string(),
    h: z.string(),
    l: z.string(),
    v: z.string(),
    x: z.boolean(),
  }),
  st: market,
})
export type KlineUpdate = z.infer<typeof klineUpdate>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Contract-Info-Stream */
export const contractInfo = z.object({ E: z.number(), s: z.string(), st: market })
