import { z } from 'zod'
import {
  amountText,
  described,
  idText,
  maybeAmountText,
  maybeMoment,
  moment,
  sequence,
  sizeText,
  symbolText,
  tradeSide,
  whole,
} from './wire.ts'

/** The envelope of every private topic. Docs: https://bybit-exchange.github.io/docs/v5/websocket/private/wallet */
export const privateFrame = z.object({ creationTime: z.int().min(0), data: z.array(z.unknown()) })

/** Docs: https://bybit-exchange.github.io/docs/v5/account/wallet-balance; the stream sends the same row. */
export const walletCoin = z.object({
  coin: z.string().min(1).max(32),
  walletBalance: amountText,
  equity: maybeAmountText,
  usdValue: maybeAmountText,
  unrealisedPnl: maybeAmountText,
  borrowAmount: maybeAmountText,
  availableToWithdraw: maybeAmountText,
  totalOrderIM: maybeAmountText,
  totalPositionIM: maybeAmountText,
  totalPositionMM: maybeAmountText,
})
export type WalletCoin = z.infer<typeof walletCoin>

/** Account-wide figures in USD; "" throughout in isolated margin mode. */
export const walletRow = z.object({
  accountType: described,
  totalEquity: maybeAmountText,
  totalWalletBalance: maybeAmountText,
  totalMarginBalance: maybeAmountText,
  totalAvailableBalance: maybeAmountText,
  totalPerpUPL: maybeAmountText,
  totalInitialMargin: maybeAmountText,
  totalMaintenanceMargin: maybeAmountText,
  coin: z.array(walletCoin),
})
export type WalletRow = z.infer<typeof walletRow>

/**
 * Docs: https://bybit-exchange.github.io/docs/v5/position and /v5/websocket/private/position. The entry price is
 * `avgPrice` over REST and `entryPrice` on the stream.
 */
export const positionRow = z.object({
  symbol: symbolText,
  positionIdx: whole,
  side: described,
  size: sizeText,
  avgPrice: maybeAmountText,
  entryPrice: maybeAmountText,
  breakEvenPrice: maybeAmountText,
  liqPrice: maybeAmountText,
  leverage: maybeAmountText,
  tradeMode: described,
  positionBalance: maybeAmountText,
  positionIM: maybeAmountText,
  positionMM: maybeAmountText,
  markPrice: maybeAmountText,
  unrealisedPnl: maybeAmountText,
  curRealisedPnl: maybeAmountText,
  takeProfit: maybeAmountText,
  stopLoss: maybeAmountText,
  trailingStop: maybeAmountText,
  adlRankIndicator: described,
  openTime: maybeMoment,
  updatedTime: maybeMoment,
  seq: sequence,
})
export type PositionRow = z.infer<typeof positionRow>

/** Docs: https://bybit-exchange.github.io/docs/v5/order/open-order and /v5/websocket/private/order */
export const orderRow = z.object({
  orderId: idText,
  symbol: symbolText,
  side: tradeSide,
  positionIdx: described,
  orderStatus: z.string().max(40),
  orderType: described,
  stopOrderType: described,
  price: maybeAmountText,
  triggerPrice: maybeAmountText,
  triggerBy: described,
  qty: maybeAmountText,
  cumExecQty: maybeAmountText,
  reduceOnly: described,
  closeOnTrigger: described,
  timeInForce: described,
  takeProfit: maybeAmountText,
  stopLoss: maybeAmountText,
  createdTime: moment,
  updatedTime: maybeMoment,
})
export type OrderRow = z.infer<typeof orderRow>

/**
 * Docs: https://bybit-exchange.github.io/docs/v5/order/execution and /v5/websocket/private/execution.
 * `extraFees` is "" in one answer and a list in another, and is not read.
 */
export const executionRow = z.object({
  execId: idText,
  execType: z.string().max(40),
  orderId: z.string().max(80),
  symbol: symbolText,
  side: tradeSide,
  positionIdx: described,
  execPrice: amountText,
  execQty: amountText,
  execFee: maybeAmountText,
  feeRate: maybeAmountText,
  feeCurrency: described,
  execPnl: maybeAmountText,
  closedSize: maybeAmountText,
  isMaker: described,
  execTime: moment,
})
export type ExecutionRow = z.infer<typeof executionRow>

/** What is read before it is known whether the row bears money we follow. */
export const executionKind = z.object({ execType: z.string() })
