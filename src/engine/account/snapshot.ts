import { isZero } from '../../shared/decimal.ts'
import { balancesAgree, ordersAgree, positionsAgree } from './agreement.ts'
import { slotKey, type AccountSnapshot, type AccountState } from './event.ts'
import { inAccountMode } from './margin-mode.ts'
import { mergeRows, newerRow, sameRow } from './rows.ts'

type Rows = Pick<AccountState, 'balances' | 'positions' | 'orders'>

const NOTHING: Rows = { balances: new Map(), positions: new Map(), orders: new Map() }

/**
 * Replaces everything by a complete snapshot, keeping only the rows and tombstones that are newer than it. Nothing else
 * may remove a row: a partial or failed report is never a snapshot.
 */
export function applySnapshot(state: AccountState | null, snapshot: AccountSnapshot): AccountState {
  const before = state ?? NOTHING
  const listed = listedRows(snapshot)
  return inAccountMode({
    at: Math.max(state?.at ?? snapshot.at, snapshot.at),
    modes: state !== null && sameRow(state.modes, snapshot.modes) ? state.modes : snapshot.modes,
    totals: newerRow(state?.totals, snapshot.totals),
    balances: mergeRows(before.balances, listed.balances, snapshot.at, balancesAgree),
    positions: mergeRows(before.positions, listed.positions, snapshot.at, positionsAgree),
    orders: mergeRows(before.orders, listed.orders, snapshot.at, ordersAgree),
    identity: snapshot.identity,
  })
}

/** A snapshot's lists by the keys under which an account keeps them. */
export function listedRows(snapshot: AccountSnapshot): Rows {
  const open = snapshot.positions.filter((position) => !isZero(position.size))
  return {
    balances: new Map(snapshot.balances.map((row) => [row.asset, row])),
    positions: new Map(open.map((row) => [slotKey(row.instrument, row.slot), row])),
    orders: new Map(snapshot.orders.map((row) => [row.order, row])),
  }
}
