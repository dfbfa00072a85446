import { compare, isZero } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { assertNever } from '../../shared/result.ts'
import {
  slotKey,
  type AccountEvent,
  type AccountState,
  type Balance,
  type Flat,
  type GoneOrder,
  type Order,
  type Position,
  type Totals,
} from './event.ts'
import { inAccountMode, inMode } from './margin-mode.ts'
import { floorOf, isOlder } from './recency.ts'
import { sameRow, withRow } from './rows.ts'
import { applySnapshot } from './snapshot.ts'

/** Between two snapshots at most this many closed slots, and as many gone orders, are remembered. */
export const MOST_TOMBSTONES = 500

/** The one way an account changes. Pure; returns the same state when the event tells nothing new. */
export function reduce(state: AccountState, event: AccountEvent): AccountState {
  switch (event.kind) {
    case 'snapshot':
      return applySnapshot(state, event.snapshot)
    case 'totals':
      return withTotals(state, event.totals)
    case 'balance':
      return withBalance(state, event.balance)
    case 'position':
      return withPosition(state, event.position)
    case 'order':
      return withOrder(state, event.order)
    case 'modes':
      return sameRow(state.modes, event.modes) ? state : inAccountMode({ ...state, modes: event.modes })
    case 'fill':
    case 'flow':
      return state
    default:
      return assertNever(event)
  }
}

/** A position of no size is a flat slot, however it was spelled. */
export function flatWhenEmpty(position: Position | Flat): Position | Flat {
  if (position.size === null || !isZero(position.size)) return position
  return { instrument: position.instrument, slot: position.slot, size: null, recency: position.recency }
}

function withTotals(state: AccountState, totals: Totals): AccountState {
  if (isOlder(totals.recency, state.totals.recency) || sameRow(state.totals, totals)) return state
  return { ...state, totals }
}

function withBalance(state: AccountState, balance: Balance): AccountState {
  if (!isNews(state.balances.get(balance.asset), balance, state.at)) return state
  const balances = withRow(state.balances, balance.asset, balance)
  return balances === state.balances ? state : { ...state, balances }
}

function withPosition(state: AccountState, stated: Position | Flat): AccountState {
  const position = inMode(flatWhenEmpty(stated), state.modes)
  const key = slotKey(position.instrument, position.slot)
  if (!isNews(state.positions.get(key), position, state.at)) return state
  const positions = withRow(state.positions, key, position)
  return positions === state.positions ? state : { ...state, positions: bounded(positions, isFlat) }
}

function withOrder(state: AccountState, order: Order | GoneOrder): AccountState {
  const before = state.orders.get(order.order)
  if (!isNews(before, order, state.at)) return state
  if (before !== undefined && wouldRevive(before, order)) return state
  const orders = withRow(state.orders, order.order, order)
  return orders === state.orders ? state : { ...state, orders: bounded(orders, isGone) }
}

/** What the last snapshot did not list must be newer than it, else a late frame would bring back what is gone. */
function isNews(before: Pick<Balance, 'recency'> | undefined, row: Pick<Balance, 'recency'>, listedAt: Time): boolean {
  if (before === undefined) return row.recency.at > floorOf(listedAt)
  return !isOlder(row.recency, before.recency)
}

/**
 * Several messages about one order bear the same millisecond, and connections that overlap repeat them. Within one
 * moment an order only moves on: a gone one does not return and a filled quantity does not shrink.
 */
function wouldRevive(before: Order | GoneOrder, after: Order | GoneOrder): boolean {
  if (isGone(after) || isOlder(before.recency, after.recency)) return false
  if (isGone(before)) return before.gone !== 'triggered'
  return before.filled !== null && after.filled !== null && compare(after.filled, before.filled) < 0
}

function isFlat(position: Position | Flat): position is Flat {
  return position.size === null
}

function isGone(order: Order | GoneOrder): order is GoneOrder {
  return 'gone' in order
}

/**
 * The oldest tombstones go first: a map keeps the order in which its keys came. Half of them go at once, so that a
 * busy account does not sweep with every message.
 */
function bounded<Row>(rows: ReadonlyMap<string, Row>, isTombstone: (row: Row) => boolean): ReadonlyMap<string, Row> {
  if (rows.size <= MOST_TOMBSTONES) return rows
  const tombstones = [...rows].filter(([, row]) => isTombstone(row)).map(([key]) => key)
  if (tombstones.length <= MOST_TOMBSTONES) return rows
  const surplus = new Set(tombstones.slice(0, tombstones.length - MOST_TOMBSTONES / 2))
  return new Map([...rows].filter(([key]) => !surplus.has(key)))
}
