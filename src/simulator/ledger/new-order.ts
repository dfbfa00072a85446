import { abs, compare, div, equals, isZero, mul, sign, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Contract } from '../market/contract.ts'
import type { AccountState } from './account.ts'
import type { Moment } from './moment.ts'
import type { Order, OrderWish } from './order.ts'
import { positionKey } from './position.ts'
import { refuse } from './problems.ts'

/** The order a wish makes, or why it makes none. */
export function newOrder(state: AccountState, wish: OrderWish, moment: Moment): Result<Order> {
  const refused = check(state, wish, moment.contract)
  return refused.ok ? ok(orderOf(wish, moment, 'user')) : refused
}

function check(state: AccountState, wish: OrderWish, contract: Contract): Result<null> {
  const hedged = state.modes.positions === 'hedge'
  if (hedged === (wish.slot === 'one-way')) {
    return refuse('simulator.slot', { slot: wish.slot, mode: state.modes.positions })
  }
  if (!wish.closePosition && !fits(wish.quantity, contract.step)) return offGrid(wish.quantity, contract.step, contract)
  if (wish.price !== null && !fits(wish.price, contract.tick)) return offGrid(wish.price, contract.tick, contract)
  const closes = wish.reduceOnly || closesSlot(wish)
  if (closes && wish.trigger === null && isZero(closable(state, wish))) {
    return refuse('simulator.nothing-to-close', { symbol: contract.id })
  }
  return ok(null)
}

function offGrid(amount: Decimal, step: Decimal, contract: Contract): Result<never> {
  return refuse('simulator.grid', { amount, step, symbol: contract.id })
}

function fits(amount: Decimal, step: Decimal): boolean {
  if (sign(amount) <= 0) return false
  return equals(mul(div(amount, step, 0, 'down'), step), amount)
}

/** In hedge mode selling "long" and buying "short" can only close. */
function closesSlot({ slot, side }: Pick<OrderWish, 'slot' | 'side'>): boolean {
  return (slot === 'long' && side === 'sell') || (slot === 'short' && side === 'buy')
}

/** How much an order on this side could close. */
export function closable(state: AccountState, order: Pick<OrderWish, 'contract' | 'slot' | 'side'>): Decimal {
  const held = state.positions.get(positionKey(order.contract, order.slot))?.quantity ?? ZERO
  return sign(held) === (order.side === 'sell' ? 1 : -1) ? abs(held) : ZERO
}

/** How much of an order can be filled now: what is left of it, and no more than it may close. */
export function fillable(state: AccountState, order: Order): Decimal {
  if (order.closePosition) return closable(state, order)
  const left = sub(order.quantity, order.filled)
  if (!order.reduceOnly && !closesSlot(order)) return left
  const most = closable(state, order)
  return compare(left, most) <= 0 ? left : most
}

export function orderOf(wish: OrderWish, moment: Moment, origin: Order['origin']): Order {
  const { at, quote, contract } = moment
  return {
    ...wish,
    number: moment.number(),
    kind: wish.price === null ? 'market' : 'limit',
    filled: ZERO,
    filledValue: ZERO,
    averagePrice: ZERO,
    fee: ZERO,
    feeAsset: contract.settle,
    realised: ZERO,
    status: wish.trigger === null ? 'new' : 'untriggered',
    origin,
    lastPrice: quote.last,
    createdAt: at,
    updatedAt: at,
  }
}
