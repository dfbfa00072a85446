import { abs, approximate, isZero, sign, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Account } from '../ledger/account.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { OrderWish } from '../ledger/order.ts'
import type { Contract } from '../market/contract.ts'
import { snap } from '../market/grid.ts'
import type { Market } from '../market/market.ts'
import { plainWish, quantityWorth } from './live-past.ts'

/** Leaves every position with a stop, the first with a target, and two limit orders away from the price. */
export function placeOpenOrders(ledger: Ledger, market: Market, account: Account, now: Time): void {
  const held = [...account.state().positions.values()].filter((position) => !isZero(position.quantity))
  held.forEach(({ contract, quantity }, index) => {
    const long = sign(quantity) > 0
    const wish = plainWish(contract, long ? 'sell' : 'buy', abs(quantity))
    ledger.place(account, stop(market, wish, long ? 'falls' : 'rises', now), now)
    const target = away(market, contract, long ? 1.085 : 0.915, now)
    if (index === 0) ledger.place(account, { ...wish, ...target, reduceOnly: true }, now)
  })
  for (const [contract, part] of [
    ['BTCUSDT', 0.962],
    ['LINKUSDT', 0.94],
  ] as const) {
    const found = market.contract(contract)
    const { last } = market.quote(found, now)
    const wish = plainWish(contract, 'buy', quantityWorth(found, last, 900))
    ledger.place(account, { ...wish, ...away(market, contract, part, now) }, now)
  }
}

function away(market: Market, contract: string, part: number, now: Time): Pick<OrderWish, 'price'> {
  return { price: priceAt(market, market.contract(contract), part, now) }
}

function stop(market: Market, wish: OrderWish, when: 'rises' | 'falls', now: Time): OrderWish {
  const price = priceAt(market, market.contract(wish.contract), when === 'falls' ? 0.9 : 1.11, now)
  return { ...wish, reduceOnly: true, closePosition: true, trigger: { price, by: 'mark', when, purpose: 'stop-loss' } }
}

function priceAt(market: Market, contract: Contract, part: number, now: Time): Decimal {
  return snap(approximate(market.quote(contract, now).last) * part, contract.tick)
}
