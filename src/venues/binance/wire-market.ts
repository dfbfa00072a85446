import { z } from 'zod'
import { amount, maybeAmount, maybeText, maybeTime, time } from './wire-fields.ts'

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Check-Server-Time */
export const serverTime = z.object({ serverTime: time })

/** One row at a time, so that a single unreadable contract does not hide all others. */
export const exchangeInfo = z.object({ symbols: z.array(z.unknown()) })

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Exchange-Information */
export const contract = z.object({
  symbol: z.string().min(1).max(64),
  contractType: maybeText,
  status: maybeText,
  deliveryDate: maybeTime,
  baseAsset: z.string().min(1).max(32),
  quoteAsset: z.string().min(1).max(32),
  marginAsset: z.string().min(1).max(32),
  pricePrecision: z.int().min(0).max(20).nullish(),
  quantityPrecision: z.int().min(0).max(20).nullish(),
  filters: z
    .array(z.object({ filterType: z.string(), tickSize: maybeAmount, stepSize: maybeAmount }))
    .nullish()
    .transform((filters) => filters ?? []),
})
export type Contract = z.infer<typeof contract>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Get-Funding-Rate-Info */
export const fundingInfos = z.array(z.object({ symbol: z.string(), fundingIntervalHours: z.number().nullish() }))

/**
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Kline-Candlestick-Data
 * Open time, open, high, low, close, volume in base units, close time; what follows is not used.
 */
export const klines = z.array(z.tuple([time, amount, amount, amount, amount, amount, time]).rest(z.unknown()))
export type Kline = z.infer<typeof klines>[number]

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/24hr-Ticker-Price-Change-Statistics */
export const dayTicker = z.object({
  symbol: z.string(),
  priceChangePercent: maybeAmount,
  lastPrice: maybeAmount,
  highPrice: maybeAmount,
  lowPrice: maybeAmount,
  volume: maybeAmount,
  quoteVolume: maybeAmount,
  closeTime: maybeTime,
})
export type DayTicker = z.infer<typeof dayTicker>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Symbol-Order-Book-Ticker */
export const bookReport = z.object({
  symbol: z.string(),
  bidPrice: maybeAmount,
  bidQty: maybeAmount,
  askPrice: maybeAmount,
  askQty: maybeAmount,
  time: maybeTime,
})
export type BookReport = z.infer<typeof bookReport>

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Mark-Price */
export const premiumIndex = z.object({
  symbol: z.string(),
  markPrice: maybeAmount,
  indexPrice: maybeAmount,
  lastFundingRate: maybeAmount,
  nextFundingTime: maybeTime,
  time: maybeTime,
})
export type PremiumIndex = z.infer<typeof premiumIndex>
