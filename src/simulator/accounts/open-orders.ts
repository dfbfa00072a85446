import { abs, approximate, isZero, sign, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Account } from '../ledger/account.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Order, OrderWish } from '../ledger/order.ts'
import type { Position } from '../ledger/position.ts'
import { snap } from '../market/grid.ts'
import type { Market } from '../market/market.ts'
import { plainWish, quantityWorth } from './live-past.ts'

/** As parts of the price, for a long; a short has them mirrored. */
const STOP = 0.93
const TARGET = 1.065
const MORE = 0.96
/** So many holdings have a target besides the isolated ones, and so many wait to grow when the price comes towards them. */
const TARGETS = 2
const GROWING = 2
const MORE_WORTH = 600

/**
 * Sees to it that the given holdings have a stop, the first of them a target, and that limit orders wait away from the
 * price to enlarge some. What is there already stays, but for orders that were to close an earlier holding.
 */
export function keepOrdersOpen(desk: OrderDesk, account: Account, contracts: ReadonlySet<string>, now: Time): void {
  const { orders, positions } = account.state()
  const open = [...orders.values()]
  const held = [...positions.values()].filter(({ contract, quantity }) => contracts.has(contract) && !isZero(quantity))
  for (const [index, position] of held.entries()) {
    const own = open.filter((order) => order.contract === position.contract)
    const stale = own.filter((order) => order.reduceOnly && order.createdAt < (position.openedAt ?? 0))
    for (const order of stale) desk.ledger.cancel(account, order.number, now)
    const live = own.filter((order) => !stale.includes(order))
    for (const wish of missing(desk.market, position, live, index, now)) desk.ledger.place(account, wish, now)
  }
}

interface OrderDesk {
  readonly ledger: Ledger
  readonly market: Market
}

function missing(
  market: Market,
  position: Position,
  open: readonly Order[],
  index: number,
  now: Time,
): readonly OrderWish[] {
  const at = (part: number): Decimal => priceAt(market, position, part, now)
  const wishes: OrderWish[] = []
  if (!open.some((order) => order.closePosition)) wishes.push(stop(position, at(STOP)))
  if ((index < TARGETS || position.margin === 'isolated') && !open.some(isTarget))
    wishes.push(target(position, at(TARGET)))
  if (index < GROWING && !open.some((order) => !order.reduceOnly)) wishes.push(more(market, position, at(MORE)))
  return wishes
}

function isTarget(order: Order): boolean {
  return order.reduceOnly && order.price !== null && order.trigger === null
}

function more(market: Market, { contract, quantity }: Position, price: Decimal): OrderWish {
  const size = quantityWorth(market.contract(contract), price, MORE_WORTH)
  return { ...plainWish(contract, sign(quantity) > 0 ? 'buy' : 'sell', size), price }
}

function target({ contract, quantity }: Position, price: Decimal): OrderWish {
  return { ...closing(contract, quantity), price, reduceOnly: true }
}

function stop({ contract, quantity }: Position, price: Decimal): OrderWish {
  const when = sign(quantity) > 0 ? 'falls' : 'rises'
  const trigger = { price, by: 'mark', when, purpose: 'stop-loss' } as const
  return { ...closing(contract, quantity), reduceOnly: true, closePosition: true, trigger }
}

function closing(contract: string, quantity: Decimal): OrderWish {
  return plainWish(contract, sign(quantity) > 0 ? 'sell' : 'buy', abs(quantity))
}

function priceAt(market: Market, { contract, quantity }: Position, part: number, now: Time): Decimal {
  const found = market.contract(contract)
  const own = sign(quantity) > 0 ? part : 2 - part
  return snap(approximate(market.quote(found, now).last) * own, found.tick)
}
