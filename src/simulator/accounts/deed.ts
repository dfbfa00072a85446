import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Side } from '../ledger/order.ts'

/** Something an account did on its own in the past. */
export type Deed =
  | { readonly kind: 'transfer'; readonly at: Time; readonly asset: string; readonly amount: Decimal }
  /** From then on the contract's positions have margin of their own, at this leverage. */
  | { readonly kind: 'isolate'; readonly at: Time; readonly contract: string; readonly leverage: Decimal }
  | {
      readonly kind: 'trade'
      readonly at: Time
      readonly contract: string
      readonly side: Side
      /** In dollars; the quantity follows from the price. Null: whatever is held. */
      readonly worth: number | null
      readonly liquidity: 'maker' | 'taker'
    }

/** A contract's price at a past moment. */
export type PriceAt = (contract: string, at: Time) => number
