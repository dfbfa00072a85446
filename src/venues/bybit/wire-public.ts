import { z } from 'zod'
import { amountText, maybeAmountText, maybeMoment, moment, symbolText } from './wire.ts'

/**
 * The price fields of a ticker, the same over REST and on the stream; a delta names only those that changed.
 * Docs: https://bybit-exchange.github.io/docs/v5/websocket/public/ticker and /v5/market/tickers
 */
export const tickerData = z.object({
  symbol: symbolText,
  bid1Price: maybeAmountText,
  bid1Size: maybeAmountText,
  ask1Price: maybeAmountText,
  ask1Size: maybeAmountText,
  lastPrice: maybeAmountText,
  markPrice: maybeAmountText,
  indexPrice: maybeAmountText,
  price24hPcnt: maybeAmountText,
  highPrice24h: maybeAmountText,
  lowPrice24h: maybeAmountText,
  volume24h: maybeAmountText,
  turnover24h: maybeAmountText,
  fundingRate: maybeAmountText,
  nextFundingTime: z
    .string()
    .regex(/^\d{0,15}$/)
    .nullish(),
})
export type TickerData = z.infer<typeof tickerData>

export const tickerFrame = z.object({
  type: z.enum(['snapshot', 'delta']),
  data: tickerData,
  cs: z.int().nullish(),
  ts: z.int().min(0),
})
export type TickerFrame = z.infer<typeof tickerFrame>

/** Docs: https://bybit-exchange.github.io/docs/v5/websocket/public/kline */
export const klineFrame = z.object({
  data: z.array(
    z.object({
      start: moment,
      interval: z.string(),
      open: amountText,
      high: amountText,
      low: amountText,
      close: amountText,
      volume: amountText,
      confirm: z.boolean(),
      timestamp: maybeMoment,
    }),
  ),
  ts: z.int().min(0),
})
export type KlineFrame = z.infer<typeof klineFrame>

/** `[start, open, high, low, close, volume, turnover]`. Docs: https://bybit-exchange.github.io/docs/v5/market/kline */
export const klineRow = z.tuple([moment, amountText, amountText, amountText, amountText, amountText], z.unknown())
export type KlineRow = z.infer<typeof klineRow>

/** Docs: https://bybit-exchange.github.io/docs/v5/market/instrument */
export const instrumentRow = z.object({
  symbol: symbolText,
  contractType: z.string(),
  status: z.string(),
  baseCoin: z.string().min(1).max(32),
  quoteCoin: z.string().min(1).max(32),
  settleCoin: z.string().min(1).max(32),
  deliveryTime: maybeMoment,
  fundingInterval: z.int().min(0).nullish(),
  priceFilter: z.object({ tickSize: amountText }),
  lotSizeFilter: z.object({ qtyStep: amountText }),
})
export type InstrumentRow = z.infer<typeof instrumentRow>
