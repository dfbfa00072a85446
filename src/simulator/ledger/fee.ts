import { decimal, div, isZero, mul, compare, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountState } from './account.ts'
import { AMOUNT_SCALE, rounded } from './contract-math.ts'
import type { Fill } from './fill.ts'
import type { Moment } from './moment.ts'

export interface Fee {
  readonly rate: Decimal
  readonly asset: string
  /** In `asset`. */
  readonly amount: Decimal
  /** The same in the contract's settle asset. */
  readonly worth: Decimal
}

const BNB_DISCOUNT = decimal('0.9')

/** What a fill costs; in BNB when the account pays so and has enough. */
export function feeOf(moment: Moment, state: AccountState, value: Decimal, liquidity: Fill['liquidity']): Fee {
  const rate = liquidity === 'maker' ? moment.account.makerRate : moment.account.takerRate
  const worth = rounded(mul(value, rate))
  const settle = { rate, asset: moment.contract.settle, amount: worth, worth }
  if (state.modes.fees === 'settle' || isZero(worth)) return settle
  const discounted = mul(mul(worth, BNB_DISCOUNT), moment.assetPrice(moment.contract.settle))
  const amount = div(discounted, moment.assetPrice('BNB'), AMOUNT_SCALE, 'half-even')
  const enough = compare(state.wallets.get('BNB') ?? ZERO, amount) >= 0
  return enough ? { rate, asset: 'BNB', amount, worth: rounded(mul(worth, BNB_DISCOUNT)) } : settle
}
