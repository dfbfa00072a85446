import { z } from 'zod'
import {
  amountText,
  described,
  idText,
  maybeAmountText,
  moment,
  sizeText,
  symbolText,
  tradeSide,
  whole,
} from './wire.ts'

/** Docs: https://bybit-exchange.github.io/docs/v5/account/account-info */
export const accountInfo = z.object({ marginMode: described, unifiedMarginStatus: whole.nullish() })

/** Docs: https://bybit-exchange.github.io/docs/v5/account/transaction-log */
export const ledgerRow = z.object({
  id: z.string().max(60),
  type: z.string().max(60),
  category: described,
  symbol: z.string().max(64).nullish(),
  currency: z.string().min(1).max(32),
  change: amountText,
  cashFlow: maybeAmountText,
  funding: maybeAmountText,
  fee: maybeAmountText,
  transactionTime: moment,
})
export type LedgerRow = z.infer<typeof ledgerRow>

/** One row per closing order. Docs: https://bybit-exchange.github.io/docs/v5/position/close-pnl */
export const closedPnlRow = z.object({
  orderId: idText,
  symbol: symbolText,
  side: tradeSide,
  closedSize: sizeText,
  cumEntryValue: amountText,
  cumExitValue: amountText,
})
export type ClosedPnlRow = z.infer<typeof closedPnlRow>

/** Every field is optional: whatever is missing counts against the key. Docs: https://bybit-exchange.github.io/docs/v5/user/apikey-info */
export const keyInfo = z.object({
  readOnly: described,
  permissions: described,
  ips: described,
  expiredAt: described,
  userID: z
    .union([z.int(), z.string().max(40)])
    .nullish()
    .catch(null),
})
export type KeyInfo = z.infer<typeof keyInfo>

/** Docs: https://bybit-exchange.github.io/docs/v5/market/time */
export const serverTimeResult = z.object({ timeNano: z.string().regex(/^\d{19}$/) })

/** An answer on a socket to something we said, in any of the shapes its streams use. */
export const socketReply = z.object({
  op: described,
  type: described,
  success: described,
  retCode: z.int().nullish(),
  ret_msg: z.string().nullish(),
  retMsg: z.string().nullish(),
  req_id: described,
  reqId: described,
})
export type SocketReply = z.infer<typeof socketReply>
