import { z } from 'zod'
import { amount, id, maybeAmount, maybeFlag, maybeText, orderSide, positionSide, time } from './wire-fields.ts'

/** https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Account-Trade-List */
export const userTrades = z.array(
  z.object({
    symbol: z.string(),
    id,
    orderId: id,
    side: orderSide,
    price: amount,
    qty: amount,
    realizedPnl: maybeAmount,
    commission: maybeAmount,
    commissionAsset: maybeText,
    time,
    positionSide,
    maker: maybeFlag,
  }),
)
export type UserTrade = z.infer<typeof userTrades>[number]

/**
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Get-Income-History
 * Types are an open set; a transaction id is unique only within its type.
 */
export const incomes = z.array(
  z.object({
    symbol: maybeText,
    incomeType: z.string(),
    income: amount,
    asset: z.string(),
    time,
    tranId: id,
    tradeId: z.union([id, z.literal('')]).nullish(),
  }),
)
export type Income = z.infer<typeof incomes>[number]
