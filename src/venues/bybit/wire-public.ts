import { z } from 'zod'
import { amountText, maybeMoment, moment, symbolText } from './wire.ts'

/**
 * The frame around a ticker; its fields are read by `ticker-fields.ts`.
 * Docs: https://bybit-exchange.github.io/docs/v5/websocket/public/ticker
 */
export const tickerFrame = z.object({
  type: z.enum(['snapshot', 'delta']),
  data: z.unknown(),
  cs: z.number().optional(),
  ts: z.number(),
})

/** One row of the tickers read over REST. Docs: https://bybit-exchange.github.io/docs/v5/market/tickers */
export const tickerRow = z.looseObject({ symbol: symbolText })

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
