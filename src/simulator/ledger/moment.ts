import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Contract } from '../market/contract.ts'
import type { Quote } from '../market/quote.ts'
import type { Account } from './account.ts'

/** What happens to an account happens at a moment, on a contract, at its prices. */
export interface Moment {
  readonly at: Time
  readonly account: Pick<Account, 'id' | 'venue' | 'takerRate' | 'makerRate'>
  readonly contract: Contract
  readonly quote: Quote
  /** The next number of the account; rises, and follows the time. */
  number(): number
  /** USD per unit. */
  assetPrice(asset: string): Decimal
}

/** A number that rises for ever becomes a cross sequence as the exchange's look. */
export function sequenceOf(number: number): number {
  return 140_000_000_000_000 + number
}
