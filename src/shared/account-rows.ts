import { z } from 'zod'
import {
  accountIdField,
  amount,
  badge,
  dated,
  environment,
  freshness,
  instrumentIdField,
  marginMode,
  marketIdField,
  maybeAmount,
  maybeTime,
  orderSide,
  sentenceField,
  side,
  slot,
  text,
  time,
  venueIdField,
} from './fields.ts'

/** What an exchange says a key may do. `unknown` means it could not be verified, never that it is safe. */
export const keyRights = z.strictObject({
  verdict: z.enum(['read-only', 'can-trade', 'can-withdraw', 'unknown']),
  /** The exchange's own names of everything beyond reading. */
  powers: z.array(text(80)).max(64),
  addressBound: z.boolean().nullable(),
  expiresAt: maybeTime,
  checkedAt: time,
})
export type KeyRights = z.infer<typeof keyRights>

/** One watched account. Key: account id. */
export const accountRow = z.strictObject({
  account: accountIdField,
  label: text(60),
  venue: venueIdField,
  venueName: text(40),
  environment,
  market: marketIdField,
  badge,
  /** `refused` waits for the user: wrong key, withdrawn rights, unsupported account kind. */
  state: z.enum(['starting', 'live', 'checking', 'stale', 'down', 'refused']),
  problem: sentenceField.nullable(),
  rights: keyRights.nullable(),
  /** The user insisted on a key that can trade; every screen of the account says so. */
  tradingKeyAccepted: z.boolean(),
  addedAt: time,
})
export type AccountRow = z.infer<typeof accountRow>

/**
 * One account's figures, or all accounts' together (key `all`). Key: account id or `all`.
 * Amounts are in `currency`; null is "not known", never zero.
 */
export const totalRow = z.strictObject({
  account: z.union([z.literal('all'), accountIdField]),
  currency: text(16),
  equity: maybeAmount,
  wallet: maybeAmount,
  available: maybeAmount,
  positionValue: maybeAmount,
  unrealisedPnl: maybeAmount,
  marginBalance: maybeAmount,
  initialMargin: maybeAmount,
  maintenanceMargin: maybeAmount,
  /** Maintenance margin over margin balance; 1 is liquidation. */
  marginRatio: maybeAmount,
  peakEquity: maybeAmount,
  /** 1 − equity ÷ peak, transfers kept out. */
  drawdown: maybeAmount,
  todayPnl: maybeAmount,
  /** Today's PnL over the equity at the day's start plus transfers in. */
  todayReturn: maybeAmount,
  /** Since when today's PnL counts, where nothing is recorded of the day's start; null: since the day began. */
  todaySince: maybeTime,
  positions: z.int().min(0),
  /** Assets or accounts that have no known rate into `currency` and are therefore not in the sums. */
  leftOut: z.array(text(64)).max(64),
  freshness,
  ...dated,
})
export type TotalRow = z.infer<typeof totalRow>

/** One asset of one account. Key: `account asset`. */
export const balanceRow = z.strictObject({
  account: accountIdField,
  asset: text(32),
  wallet: amount,
  available: maybeAmount,
  unrealisedPnl: maybeAmount,
  equity: maybeAmount,
  borrowed: maybeAmount,
  /** Value of one unit in the account's currency. */
  rate: maybeAmount,
  value: maybeAmount,
  freshness,
  ...dated,
})
export type BalanceRow = z.infer<typeof balanceRow>

/** One open position. Key: `account instrument slot`. Money is in `settleAsset`. */
export const positionRow = z.strictObject({
  account: accountIdField,
  instrument: instrumentIdField,
  symbol: text(64),
  slot,
  side,
  size: amount,
  sizeUnit: text(32),
  settleAsset: text(32),
  marginMode,
  entry: maybeAmount,
  breakEven: maybeAmount,
  mark: maybeAmount,
  markAt: maybeTime,
  liquidation: maybeAmount,
  /** |mark − liquidation| ÷ mark. */
  liquidationDistance: maybeAmount,
  notional: maybeAmount,
  unrealisedPnl: maybeAmount,
  /** Unrealised PnL over the position's initial margin. */
  roi: maybeAmount,
  realisedPnl: maybeAmount,
  leverage: maybeAmount,
  initialMargin: maybeAmount,
  maintenanceMargin: maybeAmount,
  takeProfit: maybeAmount,
  stopLoss: maybeAmount,
  trailingStop: maybeAmount,
  fundingRate: maybeAmount,
  nextFundingAt: maybeTime,
  adlRank: z.int().nullable(),
  openedAt: maybeTime,
  freshness,
  /** How fresh the mark price is, apart from the position itself. */
  markFreshness: freshness,
  ...dated,
})
export type PositionRow = z.infer<typeof positionRow>

/** One open order, conditional ones included. Key: `account order`. */
export const orderRow = z.strictObject({
  account: accountIdField,
  order: text(80),
  instrument: instrumentIdField,
  symbol: text(64),
  side: orderSide,
  slot,
  /** The exchange's word, e.g. Limit, Market, STOP_MARKET. */
  kind: text(40),
  conditional: z.boolean(),
  status: text(40),
  price: maybeAmount,
  triggerPrice: maybeAmount,
  /** Which price triggers: last, mark or index. */
  triggerBy: text(24),
  quantity: maybeAmount,
  filled: maybeAmount,
  reduceOnly: z.boolean(),
  closesPosition: z.boolean(),
  timeInForce: text(16),
  takeProfit: maybeAmount,
  stopLoss: maybeAmount,
  createdAt: time,
  freshness,
  ...dated,
})
export type OrderRow = z.infer<typeof orderRow>

/** One execution. Key: `account fill`. Fees: positive is paid, negative a rebate. */
export const fillRow = z.strictObject({
  account: accountIdField,
  fill: text(120),
  order: text(80),
  instrument: instrumentIdField,
  symbol: text(64),
  side: orderSide,
  slot,
  price: amount,
  quantity: amount,
  fee: maybeAmount,
  feeAsset: text(32),
  /** Price PnL of the closed part before fees; null where the exchange states none. */
  realisedPnl: maybeAmount,
  liquidity: z.enum(['maker', 'taker', 'unknown']),
  cause: z.enum(['trade', 'liquidation', 'adl', 'settlement', 'block']),
  at: time,
})
export type FillRow = z.infer<typeof fillRow>

/** A movement of money that is not a fill. Key: `account flow`. Amounts: positive is received, negative paid. */
export const flowRow = z.strictObject({
  account: accountIdField,
  flow: text(160),
  kind: z.enum(['funding', 'fee', 'rebate', 'transfer', 'interest', 'realised', 'other']),
  /** The exchange's own word for it. */
  label: text(80),
  instrument: instrumentIdField.nullable(),
  symbol: text(64),
  amount,
  asset: text(32),
  rate: maybeAmount,
  at: time,
})
export type FlowRow = z.infer<typeof flowRow>

/** One point of the equity curve; transfers up to it are summed so that a chart can keep them out of the result. */
export const equityPoint = z.strictObject({ at: time, equity: amount, transfers: amount })
export type EquityPoint = z.infer<typeof equityPoint>
