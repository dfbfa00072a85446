import { compare, isZero, trim, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Market } from '../market/market.ts'
import type { Quote } from '../market/quote.ts'
import type { AccountState } from './account.ts'
import { applyFill, type Execution } from './apply-fill.ts'
import type { Book } from './book.ts'
import type { Change, ChangeReason } from './change.ts'
import type { FillWish } from './ledger.ts'
import { sequenceOf, type Moment } from './moment.ts'
import { fillable, newOrder } from './new-order.ts'
import type { Order, OrderStatus, OrderWish } from './order.ts'
import { followedBy, untouched, withOrder, withPosition, type Outcome } from './outcome.ts'
import { positionKey } from './position.ts'
import { refuse } from './problems.ts'

/** Where operations on one account get their surroundings and leave their changes. */
export interface Desk {
  readonly market: Market
  tell(change: Change): void
}

export function momentOf(desk: Desk, book: Book, contract: string, at: Time): Moment {
  const found = desk.market.contract(contract)
  return {
    at,
    account: book.account,
    contract: found,
    quote: desk.market.quote(found, at),
    number: () => book.number(at),
    assetPrice: (asset) => desk.market.assetPrice(asset, at),
  }
}

/** Places an order; one that the market meets is filled at once, at the market's price or the given one. */
export function place(desk: Desk, book: Book, wish: OrderWish, at: Time, price: Decimal | null): Result<number> {
  const moment = momentOf(desk, book, wish.contract, at)
  const made = newOrder(book.account.state(), wish, moment)
  if (!made.ok) return made
  const order = made.value
  const taken = order.trigger === null ? (price ?? takingPrice(order, moment.quote)) : null
  if (taken === null) rest(desk, book, order, moment)
  else if (order.timeInForce === 'post-only') drop(desk, book, order, moment)
  else take(desk, book, order, taken, moment)
  return ok(order.number)
}

/** The price a new order would be filled at without waiting, or null. */
function takingPrice(order: Order, quote: Quote): Decimal | null {
  const best = order.side === 'buy' ? quote.ask : quote.bid
  if (order.price === null) return best
  const crosses = compare(order.price, best) * (order.side === 'buy' ? 1 : -1) >= 0
  return crosses ? best : null
}

/** An order that waits; one that must not wait is dropped on the spot. */
function rest(desk: Desk, book: Book, order: Order, moment: Moment): void {
  const impatient = order.timeInForce === 'IOC' || order.timeInForce === 'FOK'
  if (impatient && order.trigger === null) drop(desk, book, order, moment)
  else write(desk, book, 'order', moment, orderMoves(book.account.state(), order, moment))
}

function drop(desk: Desk, book: Book, order: Order, moment: Moment, status: OrderStatus = 'cancelled'): void {
  write(desk, book, 'order', moment, orderMoves(book.account.state(), { ...order, status }, moment))
}

function take(desk: Desk, book: Book, order: Order, price: Decimal, moment: Moment): void {
  const state = book.account.state()
  const execution: Execution = { price, quantity: fillable(state, order), liquidity: 'taker' }
  write(desk, book, 'fill', moment, applyFill(state, order, execution, moment))
}

/** The order changes and so does the sequence of its position, though nothing else of it. */
function orderMoves(state: AccountState, order: Order, moment: Moment): Outcome {
  const position = state.positions.get(positionKey(order.contract, order.slot))
  const moved = withOrder(state, { ...order, updatedAt: moment.at })
  if (position === undefined) return moved
  return followedBy(moved, (next) => withPosition(next, { ...position, sequence: sequenceOf(moment.number()) }))
}

export function cancel(desk: Desk, book: Book, number: number, at: Time): Result<null> {
  const order = book.account.state().orders.get(number)
  if (order === undefined) return refuse('simulator.order', { order: String(number) })
  drop(desk, book, order, momentOf(desk, book, order.contract, at))
  return ok(null)
}

/** What has expired is called deactivated by the venue that knows no expiry. */
export function end(desk: Desk, book: Book, number: number, how: 'rejected' | 'expired', at: Time): Result<null> {
  const order = book.account.state().orders.get(number)
  if (order === undefined) return refuse('simulator.order', { order: String(number) })
  const status = how === 'rejected' ? 'rejected' : 'deactivated'
  drop(desk, book, order, momentOf(desk, book, order.contract, at), status)
  return ok(null)
}

export function fillOrder(desk: Desk, book: Book, number: number, wish: FillWish, at: Time): Result<null> {
  const state = book.account.state()
  const order = state.orders.get(number)
  if (order === undefined) return refuse('simulator.order', { order: String(number) })
  const moment = momentOf(desk, book, order.contract, at)
  const most = fillable(state, order)
  if (isZero(most)) return refuse('simulator.nothing-to-close', { symbol: order.contract })
  const quantity = wish.quantity === null || compare(wish.quantity, most) > 0 ? most : wish.quantity
  const price = wish.price ?? order.price ?? marketPrice(order, moment.quote)
  fillNow(desk, book, order, { price: trim(price), quantity, liquidity: wish.liquidity }, moment)
  return ok(null)
}

/** Fills an open order; a conditional one is triggered first, and one that closes a position takes its size. */
export function fillNow(desk: Desk, book: Book, order: Order, execution: Execution, moment: Moment): void {
  const live = order.trigger === null ? order : trigger(desk, book, order, moment)
  const sized = live.closePosition ? { ...live, quantity: execution.quantity } : live
  write(desk, book, 'fill', moment, applyFill(book.account.state(), sized, execution, moment))
}

/** A conditional order comes alive as an ordinary one. */
export function trigger(desk: Desk, book: Book, order: Order, moment: Moment): Order {
  const fired: Order = { ...order, status: 'triggered', updatedAt: moment.at }
  const state = book.account.state()
  const orders = new Map(state.orders)
  orders.delete(order.number)
  write(desk, book, 'order', moment, { ...untouched({ ...state, orders }), orders: [fired] })
  return { ...fired, status: 'new' }
}

export function marketPrice(order: Pick<Order, 'side'>, quote: Quote): Decimal {
  return order.side === 'buy' ? quote.ask : quote.bid
}

export function write(desk: Desk, book: Book, reason: ChangeReason, moment: Moment, outcome: Outcome): void {
  desk.tell(book.write(reason, moment.contract.id, moment.at, outcome))
}
