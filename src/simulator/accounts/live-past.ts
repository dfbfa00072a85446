import { abs, approximate, isZero, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { assertNever } from '../../shared/result.ts'
import { fundingMoments } from '../funding-clock.ts'
import type { Account } from '../ledger/account.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { OrderWish } from '../ledger/order.ts'
import { positionKey } from '../ledger/position.ts'
import type { Contract } from '../market/contract.ts'
import { onGrid } from '../market/grid.ts'
import type { Market } from '../market/market.ts'
import type { AccountSpec } from './account-spec.ts'
import type { Deed } from './deed.ts'
import { halfYear, pastPlan } from './past-plan.ts'

/** Lets accounts live through their past on the same ledger that serves the present, so every digit adds up. */
export function livePast(ledger: Ledger, market: Market, seed: number, specs: readonly AccountSpec[], now: Time): void {
  const deeds = specs.flatMap((spec) => {
    const account = ledger.account(spec.id)
    if (account === null || spec.past === 'none') return []
    const priceAt = (id: string, at: Time): number => approximate(market.fair(market.contract(id), at).mark)
    return pastPlan(seed, spec, now, priceAt).map((deed) => ({
      at: deed.at,
      run: () => perform(ledger, market, account, deed),
    }))
  })
  if (deeds.length === 0) return
  const funding = fundingMoments(market.contracts, halfYear(now), now).map(({ at, contracts }) => {
    return { at, run: () => ledger.payFunding(contracts, at) }
  })
  for (const { run } of [...deeds, ...funding].sort((a, b) => a.at - b.at)) run()
}

function perform(ledger: Ledger, market: Market, account: Account, deed: Deed): void {
  switch (deed.kind) {
    case 'transfer':
      ledger.transfer(account, deed.asset, deed.amount, deed.at)
      return
    case 'isolate':
      ledger.setMargin(account, deed.contract, 'isolated', deed.at)
      ledger.setLeverage(account, deed.contract, deed.leverage, deed.at)
      return
    case 'trade':
      trade(ledger, market, account, deed)
      return
    default:
      assertNever(deed)
  }
}

function trade(ledger: Ledger, market: Market, account: Account, deed: Deed & { readonly kind: 'trade' }): void {
  const contract = market.contract(deed.contract)
  const { last } = market.quote(contract, deed.at)
  const held = account.state().positions.get(positionKey(contract.id, 'one-way'))?.quantity ?? ZERO
  const quantity = deed.worth === null ? abs(held) : quantityWorth(contract, last, deed.worth)
  if (isZero(quantity)) return
  const wish = { ...plainWish(contract.id, deed.side, quantity), reduceOnly: deed.worth === null }
  if (deed.liquidity === 'taker') ledger.place(account, wish, deed.at, last)
  else fillAsMaker(ledger, account, { ...wish, price: last }, deed.at)
}

/** A limit order at the last price: taken at once where it crosses, else filled as maker a while later. */
function fillAsMaker(ledger: Ledger, account: Account, wish: OrderWish, at: Time): void {
  const placed = ledger.place(account, wish, at)
  if (!placed.ok || !account.state().orders.has(placed.value)) return
  ledger.fillOrder(account, placed.value, { price: null, quantity: null, liquidity: 'maker' }, at + 4200)
}

export function plainWish(contract: string, side: OrderWish['side'], quantity: Decimal): OrderWish {
  return {
    contract,
    slot: 'one-way',
    side,
    quantity,
    price: null,
    trigger: null,
    timeInForce: 'GTC',
    reduceOnly: false,
    closePosition: false,
    clientId: '',
  }
}

/** So many dollars of a contract; at least one step. */
export function quantityWorth(contract: Contract, price: Decimal, worth: number): Decimal {
  const quantity = contract.form === 'linear' ? worth / approximate(price) : worth
  return onGrid(Math.max(1, Math.round(quantity / approximate(contract.step))), contract.step)
}
