import type { FillRow, FlowRow } from '../../shared/account-rows.ts'
import type { Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'

/**
 * How new a row is. Rows of one instrument are ordered by the exchange's own sequence where it has one,
 * else by the exchange's time. Sequences of different rows are never compared.
 */
export interface Recency {
  readonly sequence: number | null
  readonly at: Time
}

export type Slot = 'one-way' | 'long' | 'short'
export type MarginMode = 'cross' | 'isolated' | 'portfolio'

/** One asset of the wallet, as the exchange states it. Null is "not stated", never zero. */
export interface Balance {
  readonly asset: string
  readonly wallet: Decimal
  readonly available: Decimal | null
  readonly borrowed: Decimal | null
  /** Unrealised PnL the exchange counted into `equity` when it stated it. */
  readonly unrealisedPnl: Decimal | null
  readonly equity: Decimal | null
  /** Value of one unit in the account's currency; null when the exchange states none. */
  readonly rate: Decimal | null
  /** Initial and maintenance margin that lean on this asset, where stated. */
  readonly initialMargin: Decimal | null
  readonly maintenanceMargin: Decimal | null
  readonly recency: Recency
}

/** An open position in one slot of one instrument, complete. `size` is positive; `side` carries the sign. */
export interface Position {
  readonly instrument: InstrumentId
  readonly slot: Slot
  readonly side: 'long' | 'short'
  readonly size: Decimal
  readonly entry: Decimal | null
  readonly breakEven: Decimal | null
  readonly liquidation: Decimal | null
  readonly leverage: Decimal | null
  readonly marginMode: MarginMode
  /** As stated, at `statedMark`. */
  readonly initialMargin: Decimal | null
  readonly maintenanceMargin: Decimal | null
  readonly isolatedWallet: Decimal | null
  readonly statedMark: Decimal | null
  readonly statedPnl: Decimal | null
  readonly realisedPnl: Decimal | null
  readonly takeProfit: Decimal | null
  readonly stopLoss: Decimal | null
  readonly trailingStop: Decimal | null
  readonly adlRank: number | null
  readonly openedAt: Time | null
  readonly recency: Recency
}

/** The exchange says this slot is flat. Kept as a tombstone so that an older row cannot bring it back. */
export interface Flat {
  readonly instrument: InstrumentId
  readonly slot: Slot
  readonly size: null
  readonly recency: Recency
}

export interface Order {
  readonly order: string
  readonly instrument: InstrumentId
  readonly side: 'buy' | 'sell'
  readonly slot: Slot
  readonly kind: string
  readonly conditional: boolean
  readonly status: string
  readonly price: Decimal | null
  readonly triggerPrice: Decimal | null
  readonly triggerBy: string
  readonly quantity: Decimal | null
  readonly filled: Decimal | null
  readonly reduceOnly: boolean
  readonly closesPosition: boolean
  readonly timeInForce: string
  readonly takeProfit: Decimal | null
  readonly stopLoss: Decimal | null
  readonly createdAt: Time
  readonly recency: Recency
}

/** The order left the book: filled, cancelled, rejected, expired. */
export interface GoneOrder {
  readonly order: string
  /** Null where the message did not say, or names a contract that is not known. */
  readonly instrument: InstrumentId | null
  readonly gone: 'filled' | 'cancelled' | 'rejected' | 'expired' | 'triggered'
  readonly recency: Recency
}

/** Account-wide figures as the exchange states them, in `currency`. */
export interface Totals {
  readonly currency: string
  readonly equity: Decimal | null
  readonly wallet: Decimal | null
  readonly marginBalance: Decimal | null
  readonly available: Decimal | null
  readonly unrealisedPnl: Decimal | null
  readonly initialMargin: Decimal | null
  readonly maintenanceMargin: Decimal | null
  readonly recency: Recency
}

export interface AccountModes {
  readonly positionMode: 'one-way' | 'hedge' | 'mixed'
  readonly marginMode: MarginMode | 'per-position'
  /** Several assets share one collateral pool. */
  readonly sharedCollateral: boolean
}

/** Everything about an account at one moment. Only a complete one exists: a partial report is a failure. */
export interface AccountSnapshot {
  readonly at: Time
  readonly modes: AccountModes
  readonly totals: Totals
  readonly balances: readonly Balance[]
  readonly positions: readonly Position[]
  readonly orders: readonly Order[]
  /** The exchange's id of the account, to notice the same one added twice. */
  readonly identity: string | null
}

export type Fill = Omit<FillRow, 'account'>
export type Flow = Omit<FlowRow, 'account'>

/** What happened to one account, from a stream or from a window of history. */
export interface Facts {
  readonly fills: readonly Fill[]
  readonly flows: readonly Flow[]
  /** Orders that left the book. History may leave out those that ended as they were meant to. */
  readonly gone: readonly GoneOrder[]
}

/**
 * What happened to an account. Every event but history is absolute: it replaces a row, so applying it twice changes
 * nothing, and one older than the row it touches changes nothing. `fill` and `flow` are history only: no balance is
 * ever computed from them.
 */
export type AccountEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: AccountSnapshot }
  | { readonly kind: 'totals'; readonly totals: Totals }
  | { readonly kind: 'balance'; readonly balance: Balance }
  | { readonly kind: 'position'; readonly position: Position | Flat }
  | { readonly kind: 'order'; readonly order: Order | GoneOrder }
  | { readonly kind: 'modes'; readonly modes: AccountModes }
  | { readonly kind: 'fill'; readonly fill: Fill }
  | { readonly kind: 'flow'; readonly flow: Flow }

/** What the account looks like now; what a venue may look into to complete a relative message. */
export interface AccountState {
  readonly at: Time
  readonly modes: AccountModes
  readonly totals: Totals
  readonly balances: ReadonlyMap<string, Balance>
  readonly positions: ReadonlyMap<string, Position | Flat>
  readonly orders: ReadonlyMap<string, Order | GoneOrder>
  readonly identity: string | null
}

export function slotKey(instrument: InstrumentId, slot: Slot): string {
  return `${instrument} ${slot}`
}
