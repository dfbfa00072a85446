import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Account } from './account.ts'
import type { Fill, FundingPayment } from './fill.ts'
import type { Order } from './order.ts'
import type { Position } from './position.ts'

export type ChangeReason =
  | 'order'
  | 'fill'
  | 'liquidation'
  | 'funding'
  | 'transfer'
  | 'insurance'
  | 'leverage'
  | 'margin-mode'
  | 'position-mode'
  | 'assets-mode'
  | 'fees-mode'
  | 'account-kind'

/** One thing that happened to an account, complete: the faces make their frames of it, after the state has changed. */
export interface Change {
  readonly account: Account
  readonly reason: ChangeReason
  readonly at: Time
  /** The contract it is about; null for the account as a whole. */
  readonly contract: string | null
  readonly orders: readonly Order[]
  /** Each with the order as it stood after that fill. */
  readonly fills: readonly Fill[]
  readonly funding: readonly FundingPayment[]
  readonly positions: readonly Position[]
  /** Wallets that moved: by how much, and where they stand. */
  readonly wallets: readonly {
    readonly asset: string
    readonly change: Decimal
    readonly balance: Decimal
    /** The part that is neither price profit nor fee. */
    readonly otherChange: Decimal
  }[]
}
