import { ok, type Result } from '../../shared/result.ts'
import type { Do } from './commands.ts'
import { onContract, type Desks } from './desks.ts'

/** Mark and index follow the last price unless they are given. Orders and margins meet the new prices at once. */
export function price(desks: Desks, wish: Do<'price'>): Result<null> {
  return onContract(desks, wish.symbol, (contract) => {
    const { last, mark = last, index = mark, then } = wish
    desks.market.setPrice(contract, desks.now(), { last, mark, index, then })
    desks.ledger.meetPrices(desks.now())
    return ok(null)
  })
}

export function release(desks: Desks, wish: Do<'release'>): Result<null> {
  return onContract(desks, wish.symbol, (contract) => {
    desks.market.release(contract, desks.now())
    return ok(null)
  })
}

export function fundNow(desks: Desks, wish: Do<'funding'>): Result<null> {
  if (wish.symbol === undefined) {
    desks.ledger.payFunding(
      desks.market.contracts.map(({ id }) => id),
      desks.now(),
    )
    return ok(null)
  }
  return onContract(desks, wish.symbol, (contract) => {
    desks.ledger.payFunding([contract.id], desks.now())
    return ok(null)
  })
}

export function fundingRate(desks: Desks, wish: Do<'funding-rate'>): Result<null> {
  return onContract(desks, wish.symbol, (contract) => {
    desks.market.setFundingRate(contract, wish.rate)
    return ok(null)
  })
}
