import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { VenueName } from '../market/contract.ts'
import type { ClosedPart, Fill, FundingPayment, WalletEntry } from './fill.ts'
import type { Order } from './order.ts'
import type { Position } from './position.ts'

/** `classic` is Bybit before unified accounts; `portfolio-margin` is the kind Binance serves elsewhere. */
export type AccountKind = 'standard' | 'classic' | 'portfolio-margin'

export interface AccountModes {
  readonly kind: AccountKind
  readonly positions: 'one-way' | 'hedge'
  /** Bybit: of the whole account. Binance: the mode a contract starts with. */
  readonly margin: 'cross' | 'isolated'
  readonly assets: 'single' | 'multi'
  /** Fees come from BNB at a tenth off while there is BNB. */
  readonly fees: 'settle' | 'bnb'
}

export interface ContractSettings {
  readonly leverage: Decimal
  readonly margin: 'cross' | 'isolated'
}

/** What an account is at one moment. Replaced as a whole, never changed in place. */
export interface AccountState {
  readonly modes: AccountModes
  readonly wallets: ReadonlyMap<string, Decimal>
  /** By `positionKey`; flat ones stay. */
  readonly positions: ReadonlyMap<string, Position>
  /** Open ones, by number, oldest first. */
  readonly orders: ReadonlyMap<number, Order>
  /** By contract id; absent is the default. */
  readonly settings: ReadonlyMap<string, ContractSettings>
  /** When a wallet last changed, by asset. */
  readonly walletTimes: ReadonlyMap<string, Time>
}

/** What happened to an account, oldest first. */
export interface AccountHistory {
  readonly fills: readonly Fill[]
  readonly funding: readonly FundingPayment[]
  readonly closed: readonly ClosedPart[]
  readonly entries: readonly WalletEntry[]
  /** Orders that are no longer open, newest last. */
  readonly orders: readonly Order[]
}

export interface Account {
  /** E.g. "bybit-demo". */
  readonly id: string
  readonly venue: VenueName
  /** The exchange's number of the user. */
  readonly user: number
  readonly takerRate: Decimal
  readonly makerRate: Decimal
  state(): AccountState
  history(): AccountHistory
}
