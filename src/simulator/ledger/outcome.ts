import type { AccountState } from './account.ts'
import type { ClosedPart, Fill, FundingPayment, WalletEntry } from './fill.ts'
import type { Order } from './order.ts'
import { positionKey, type Position } from './position.ts'
import { isOpen } from './order.ts'

/** A state and everything that led to it from the one before, oldest first. */
export interface Outcome {
  readonly state: AccountState
  readonly orders: readonly Order[]
  readonly fills: readonly Fill[]
  readonly funding: readonly FundingPayment[]
  readonly closed: readonly ClosedPart[]
  readonly entries: readonly WalletEntry[]
  readonly positions: readonly Position[]
}

export function untouched(state: AccountState): Outcome {
  return { state, orders: [], fills: [], funding: [], closed: [], entries: [], positions: [] }
}

/** One step after another; what each changed adds up. (Not called `then`: that would make the module a promise.) */
export function followedBy(first: Outcome, step: (state: AccountState) => Outcome): Outcome {
  const second = step(first.state)
  return {
    state: second.state,
    orders: [...first.orders, ...second.orders],
    fills: [...first.fills, ...second.fills],
    funding: [...first.funding, ...second.funding],
    closed: [...first.closed, ...second.closed],
    entries: [...first.entries, ...second.entries],
    positions: [...first.positions, ...second.positions],
  }
}

/** Puts a position in its place. */
export function withPosition(state: AccountState, position: Position): Outcome {
  const positions = new Map(state.positions).set(positionKey(position.contract, position.slot), position)
  return { ...untouched({ ...state, positions }), positions: [position] }
}

/** Keeps an open order, forgets a closed one. */
export function withOrder(state: AccountState, order: Order): Outcome {
  const orders = new Map(state.orders)
  if (isOpen(order)) orders.set(order.number, order)
  else orders.delete(order.number)
  return { ...untouched({ ...state, orders }), orders: [order] }
}
