import type { AccountEvent, AccountSnapshot, AccountState } from './event.ts'
import { slotKey } from './event.ts'
import { differences, touchKey, type Difference } from './drift.ts'
import { inAccountMode } from './margin-mode.ts'
import { reduce } from './reduce.ts'
import { withRow } from './rows.ts'
import { applySnapshot, listedRows } from './snapshot.ts'

/** What was found different once; only a second look at an unchanged row of ours makes it a repair. */
export type Suspect = Pick<Difference, 'table' | 'key' | 'ours'>

/**
 * How far an account's state can be relied on: nothing is heard, a snapshot is being read while events wait, or the
 * state follows the stream. `touched` names rows that changed since a verifying read began; null: none runs.
 */
export type Reconciliation =
  | { readonly phase: 'waiting'; readonly state: AccountState | null }
  | { readonly phase: 'reading'; readonly state: AccountState | null; readonly buffer: readonly AccountEvent[] }
  | {
      readonly phase: 'live'
      readonly state: AccountState
      readonly touched: ReadonlySet<string> | null
      readonly suspects: readonly Suspect[]
    }

export interface Verified {
  readonly next: Reconciliation
  readonly repaired: readonly Difference[]
  /** Seen once and kept as ours; to be looked at again soon. */
  readonly suspected: readonly Difference[]
}

/** While a snapshot cannot be read, only the newest events wait: the snapshot will know the older ones. */
const MOST_BUFFERED = 5_000

/** A snapshot is about to be read: events wait for it, those included that came before the stream was confirmed. */
export function beginReading(before: Reconciliation): Reconciliation {
  return before.phase === 'reading' ? before : { phase: 'reading', state: before.state, buffer: [] }
}

/** The stream ended: old rows stay as they are. */
export function stopHearing(before: Reconciliation): Reconciliation {
  return { phase: 'waiting', state: before.state }
}

export function hear(before: Reconciliation, events: readonly AccountEvent[]): Reconciliation {
  switch (before.phase) {
    case 'waiting':
      return { phase: 'reading', state: before.state, buffer: events }
    case 'reading':
      return { ...before, buffer: [...before.buffer, ...events].slice(-MOST_BUFFERED) }
    case 'live':
      return { ...before, state: events.reduce(reduce, before.state), touched: touch(before.touched, events) }
  }
}

/** The snapshot came: it is applied, then whatever waited and is newer. */
export function complete(before: Reconciliation, snapshot: AccountSnapshot): Reconciliation {
  const buffer = before.phase === 'reading' ? before.buffer : []
  const state = buffer.reduce(reduce, applySnapshot(before.state, snapshot))
  return { phase: 'live', state, touched: null, suspects: [] }
}

/** A verifying read begins; events go on being applied at once. */
export function beginVerifying(before: Reconciliation): Reconciliation {
  return before.phase === 'live' ? { ...before, touched: new Set() } : before
}

/**
 * A verifying read ended. Rows that agree take the fresh statement with its newer margins and rates. One that differs
 * stays ours, for the two sides race, until it differs again while ours did not change; then theirs wins.
 */
export function verify(before: Reconciliation, snapshot: AccountSnapshot): Verified {
  if (before.phase !== 'live') return { next: complete(before, snapshot), repaired: [], suspected: [] }
  const found = differences(before.state, snapshot, before.touched ?? new Set())
  const repaired = found.filter((one) => before.suspects.some((suspect) => isSame(suspect, one)))
  const suspected = found.filter((one) => !repaired.includes(one))
  const listed = listedRows(snapshot)
  const merged = applySnapshot(before.state, snapshot)
  const kept = suspected.reduce((state, one) => pick(state, before.state, one), merged)
  const state = repaired.reduce((state, one) => pick(state, listed, one), kept)
  return {
    next: { phase: 'live', state: inAccountMode(state), touched: null, suspects: suspected },
    repaired,
    suspected,
  }
}

function isSame(suspect: Suspect, found: Difference): boolean {
  return suspect.table === found.table && suspect.key === found.key && suspect.ours === found.ours
}

/** Takes one row from `winner`, whether it has it or not. */
function pick(
  state: AccountState,
  winner: Pick<AccountState, 'balances' | 'positions' | 'orders'>,
  { table, key }: Difference,
): AccountState {
  switch (table) {
    case 'balances':
      return { ...state, balances: withRow(state.balances, key, winner.balances.get(key)) }
    case 'positions':
      return { ...state, positions: withRow(state.positions, key, winner.positions.get(key)) }
    case 'orders':
      return { ...state, orders: withRow(state.orders, key, winner.orders.get(key)) }
  }
}

function touch(touched: ReadonlySet<string> | null, events: readonly AccountEvent[]): ReadonlySet<string> | null {
  return touched === null ? null : new Set([...touched, ...events.flatMap(touchedBy)])
}

function touchedBy(event: AccountEvent): readonly string[] {
  if (event.kind === 'balance') return [touchKey('balances', event.balance.asset)]
  if (event.kind === 'order') return [touchKey('orders', event.order.order)]
  if (event.kind !== 'position') return []
  return [touchKey('positions', slotKey(event.position.instrument, event.position.slot))]
}
