import { add, mul, negate, sign, trim, type Decimal } from '../../shared/decimal.ts'
import type { AccountState } from './account.ts'
import { rounded, valueOf } from './contract-math.ts'
import type { FundingPayment } from './fill.ts'
import { sequenceOf, type Moment } from './moment.ts'
import { followedBy, untouched, withPosition, type Outcome } from './outcome.ts'
import type { Position } from './position.ts'
import { credit } from './wallet.ts'

/** Longs pay shorts when the rate is positive, on the worth at mark. */
export function applyFunding(state: AccountState, position: Position, rate: Decimal, moment: Moment): Outcome {
  const funding = paymentOf(position, rate, moment)
  const isolated = position.margin === 'isolated'
  const moved = withPosition(state, {
    ...position,
    isolatedWallet: isolated ? trim(add(position.isolatedWallet, funding.payment)) : position.isolatedWallet,
    realisedNow: trim(add(position.realisedNow, funding.payment)),
    realisedEver: trim(add(position.realisedEver, funding.payment)),
    sequence: funding.sequence,
    updatedAt: moment.at,
  })
  const cause = { kind: 'funding', funding } as const
  const entry = { asset: funding.asset, change: funding.payment, cause }
  const paid = followedBy(moved, (next) => credit(next, entry, moment.number(), moment.at))
  return followedBy(paid, (next) => ({ ...untouched(next), funding: [funding] }))
}

function paymentOf(position: Position, rate: Decimal, moment: Moment): FundingPayment {
  const { contract, quote, at } = moment
  const number = moment.number()
  const value = valueOf(contract, position.quantity, quote.mark)
  const cost = rounded(mul(value, rate))
  return {
    number,
    sequence: sequenceOf(number),
    contract: contract.id,
    slot: position.slot,
    held: position.quantity,
    mark: quote.mark,
    rate,
    value,
    asset: contract.settle,
    payment: sign(position.quantity) > 0 ? negate(cost) : cost,
    at,
  }
}
