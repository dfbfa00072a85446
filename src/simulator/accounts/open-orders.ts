import { abs, approximate, isZero, sign, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Account } from '../ledger/account.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Order, OrderWish } from '../ledger/order.ts'
import type { Position } from '../ledger/position.ts'
import type { Contract } from '../market/contract.ts'
import { snap } from '../market/grid.ts'
import type { Market } from '../market/market.ts'
import { plainWish, quantityWorth } from './live-past.ts'

/** Bought when the price falls to this part of what it is. */
const WAITING = [
  ['BTCUSDT', 0.962],
  ['LINKUSDT', 0.94],
] as const

/**
 * Sees to it that the given holdings have a stop, the first of them a target, and that two limit orders wait away from
 * the price. What is there already stays.
 */
export function keepOrdersOpen(desk: OrderDesk, account: Account, contracts: ReadonlySet<string>, now: Time): void {
  const { orders, positions } = account.state()
  const open = [...orders.values()]
  const held = [...positions.values()].filter(({ contract, quantity }) => contracts.has(contract) && !isZero(quantity))
  for (const [index, position] of held.entries()) {
    const own = open.filter((order) => order.contract === position.contract && order.reduceOnly)
    if (!own.some((order) => order.closePosition)) place(desk, account, stop(desk.market, position, now), now)
    if (index === 0 && !own.some(isTarget)) place(desk, account, target(desk.market, position, now), now)
  }
  for (const [contract, part] of WAITING) {
    const waits = open.some((order) => order.contract === contract && !order.reduceOnly)
    if (!waits) place(desk, account, limit(desk.market, contract, part, now), now)
  }
}

interface OrderDesk {
  readonly ledger: Ledger
  readonly market: Market
}

function place({ ledger }: OrderDesk, account: Account, wish: OrderWish, now: Time): void {
  ledger.place(account, wish, now)
}

function isTarget(order: Order): boolean {
  return order.price !== null && order.trigger === null
}

function limit(market: Market, contract: string, part: number, now: Time): OrderWish {
  const found = market.contract(contract)
  const quantity = quantityWorth(found, market.quote(found, now).last, 900)
  return { ...plainWish(contract, 'buy', quantity), price: priceAt(market, found, part, now) }
}

function target(market: Market, { contract, quantity }: Position, now: Time): OrderWish {
  const part = sign(quantity) > 0 ? 1.085 : 0.915
  const price = priceAt(market, market.contract(contract), part, now)
  return { ...closing(contract, quantity), price, reduceOnly: true }
}

function stop(market: Market, { contract, quantity }: Position, now: Time): OrderWish {
  const long = sign(quantity) > 0
  const price = priceAt(market, market.contract(contract), long ? 0.9 : 1.11, now)
  const trigger = { price, by: 'mark', when: long ? 'falls' : 'rises', purpose: 'stop-loss' } as const
  return { ...closing(contract, quantity), reduceOnly: true, closePosition: true, trigger }
}

function closing(contract: string, quantity: Decimal): OrderWish {
  return plainWish(contract, sign(quantity) > 0 ? 'sell' : 'buy', abs(quantity))
}

function priceAt(market: Market, contract: Contract, part: number, now: Time): Decimal {
  return snap(approximate(market.quote(contract, now).last) * part, contract.tick)
}
