import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Order, Side, Slot } from './order.ts'

export interface Fill {
  /** Unique in its account; rises with time. */
  readonly number: number
  /** Rises per contract; shared with the position it changed. */
  readonly sequence: number
  /** The order as it stood after this fill. */
  readonly order: Order
  readonly contract: string
  readonly slot: Slot
  readonly side: Side
  readonly price: Decimal
  readonly quantity: Decimal
  /** Quote for linear, coin for inverse. */
  readonly value: Decimal
  readonly liquidity: 'maker' | 'taker'
  readonly feeRate: Decimal
  /** Positive is paid. */
  readonly fee: Decimal
  readonly feeAsset: string
  /** Price profit, before fees, in the settle asset. */
  readonly realised: Decimal
  /** How much of the quantity closed a position; the rest opened one. */
  readonly closed: Decimal
  readonly mark: Decimal
  readonly cause: 'trade' | 'liquidation'
  /** Signed quantity held afterwards. */
  readonly held: Decimal
  readonly at: Time
}

export interface FundingPayment {
  readonly number: number
  readonly sequence: number
  readonly contract: string
  readonly slot: Slot
  /** Signed holding it was charged on. */
  readonly held: Decimal
  readonly mark: Decimal
  readonly rate: Decimal
  readonly value: Decimal
  readonly asset: string
  /** Added to the wallet; negative is paid. */
  readonly payment: Decimal
  readonly at: Time
}

/** One closing fill: what the closed part earned from entry to exit. */
export interface ClosedPart {
  readonly number: number
  readonly fill: Fill
  readonly leverage: Decimal
  readonly entryPrice: Decimal
  readonly openFee: Decimal
  readonly closeFee: Decimal
  readonly entryValue: Decimal
  readonly exitValue: Decimal
  /** Price profit − openFee − closeFee. */
  readonly profit: Decimal
  readonly createdAt: Time
}

/** One movement of one wallet. The sum of all changes of an asset is its balance. */
export interface WalletEntry {
  readonly number: number
  readonly at: Time
  readonly asset: string
  readonly change: Decimal
  readonly balance: Decimal
  readonly cause:
    | { readonly kind: 'trade'; readonly fill: Fill }
    /** A fee paid in another asset than the contract's own. */
    | { readonly kind: 'fee'; readonly fill: Fill }
    | { readonly kind: 'funding'; readonly funding: FundingPayment }
    | { readonly kind: 'transfer' }
    /** The insurance fund made up what a liquidation lost beyond the balance. */
    | { readonly kind: 'insurance'; readonly contract: string }
}
