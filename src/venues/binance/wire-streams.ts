import { z } from 'zod'

/*
 * Market frames come thousands a second, so their schemas check types only; what is an amount is read once, when the
 * frame is normalised, and fields that may be missing are looked at apart.
 */

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Individual-Symbol-Book-Ticker-Streams */
export const bookTicker = z.object({
  u: z.number(),
  s: z.string(),
  b: z.string(),
  B: z.string(),
  a: z.string(),
  A: z.string(),
  T: z.number(),
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
  i: z.string(),
  r: z.string(),
  T: z.number(),
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
})
export type KlineUpdate = z.infer<typeof klineUpdate>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Contract-Info-Stream */
export const contractInfo = z.object({ E: z.number(), s: z.string() })
