import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Result } from '../../shared/result.ts'
import type { VenueName } from '../market/contract.ts'
import type { Account, AccountKind } from './account.ts'
import type { Change } from './change.ts'
import type { Keys } from './keys.ts'
import type { OrderWish } from './order.ts'

/** Every account of the exchange, and the only way to change one. Each call tells the listeners one change or more. */
export interface Ledger {
  readonly keys: Keys
  accounts(): readonly Account[]
  account(id: string): Account | null
  /** The account a key belongs to, whatever the key's state. */
  accountOf(venue: VenueName, apiKey: string): Account | null
  onChange(take: (change: Change) => void): Stop

  /** What the market meets is filled at once, at its price or at the given one. Answers the order's number. */
  place(account: Account, wish: OrderWish, at: Time, price?: Decimal): Result<number>
  cancel(account: Account, order: number, at: Time): Result<null>
  /** The order ends though nobody cancelled it. */
  end(account: Account, order: number, how: 'rejected' | 'expired', at: Time): Result<null>
  /** Fills an open order, wholly or in part, at its own or another price. */
  fillOrder(account: Account, order: number, fill: FillWish, at: Time): Result<null>
  transfer(account: Account, asset: string, amount: Decimal, at: Time): Result<null>
  payFunding(contracts: readonly string[], at: Time): void
  liquidate(account: Account, contract: string, at: Time): Result<null>
  setLeverage(account: Account, contract: string, leverage: Decimal, at: Time): Result<null>
  setMargin(account: Account, contract: string | null, margin: 'cross' | 'isolated', at: Time): Result<null>
  setPositions(account: Account, positions: 'one-way' | 'hedge', at: Time): Result<null>
  setKind(account: Account, kind: AccountKind, at: Time): void
  setAssets(account: Account, assets: 'single' | 'multi', at: Time): void
  setFees(account: Account, fees: 'settle' | 'bnb', at: Time): void
  /** Fills what the prices of this moment cross, triggers what they touch, liquidates who cannot pay. */
  meetPrices(at: Time): void
}

export interface FillWish {
  /** Null: the order's own price, or the market's for a market order. */
  readonly price: Decimal | null
  /** Null: everything that is left. */
  readonly quantity: Decimal | null
  readonly liquidity: 'maker' | 'taker'
}
