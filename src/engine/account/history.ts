import type { FillRow, FlowRow } from '../../shared/account-rows.ts'
import { symbolOf, type AccountId, type Time } from '../../shared/ids.ts'
import type { EndedOrder } from '../alerts/facts.ts'
import type { Store } from '../ports/store.ts'
import type { EngineState } from '../state.ts'
import type { Table } from '../tables.ts'
import type { Facts, GoneOrder } from './event.ts'

/**
 * What happened in all accounts. Everything goes to whoever tells of it; fills and flows go to the store as well, and
 * the newest of them are shown.
 */
export interface History {
  /** Fills the tables from the store. */
  load(): void
  /**
   * Keeps facts; one that is known already only completes what was unknown of it. Proves nothing by itself.
   * @param aheadMs how far the exchange's clock, which dates facts, is ahead of ours
   */
  take(account: AccountId, facts: Facts, aheadMs?: number): void
  /** Whether rules were held against all of these, and what came of it is on disk. */
  isTold(account: AccountId, facts: Facts): boolean
  /** Everything recent of an account is stored up to a moment not before `began`. */
  filled(account: AccountId, began: Time): void
  filledAt(account: AccountId): Time | null
  /** Takes an account's facts out of the tables, after the store forgot them. */
  forget(account: AccountId): void
}

export const MOST_SHOWN = 200

export function createHistory(store: Store, state: Pick<EngineState, 'fills' | 'flows' | 'incoming'>): History {
  const { incoming } = state
  const filled = new Map<AccountId, Time>()

  function load(): void {
    const newest = { account: 'all', instrument: null, before: Number.MAX_SAFE_INTEGER, count: MOST_SHOWN } as const
    show(state.fills, store.fills(newest), fillKey)
    show(state.flows, store.flows(newest), flowKey)
  }

  return {
    load,
    take: (account, { fills, flows, gone }, aheadMs = 0) => {
      const newFills = fills.map((fill): FillRow => ({ account, ...fill }))
      const newFlows = flows.map((flow): FlowRow => ({ account, ...flow }))
      if (newFills.length > 0) store.appendFills(newFills)
      if (newFlows.length > 0) store.appendFlows(newFlows)
      show(state.fills, newFills, fillKey)
      show(state.flows, newFlows, flowKey)
      for (const row of newFills) incoming.fills.set(fillKey(row), byOurClock(row, aheadMs))
      for (const row of newFlows) incoming.flows.set(flowKey(row), byOurClock(row, aheadMs))
      for (const row of endedOf(account, gone)) incoming.orders.set(orderKey(row), byOurClock(row, aheadMs))
    },
    isTold: (account, { fills, flows, gone }) =>
      fills.every((fill) => incoming.fills.get(fillKey({ account, ...fill })) === undefined) &&
      flows.every((flow) => incoming.flows.get(flowKey({ account, ...flow })) === undefined) &&
      gone.every(({ order }) => incoming.orders.get(orderKey({ account, order })) === undefined),
    filled: (account, began) => void filled.set(account, began),
    filledAt: (account) => filled.get(account) ?? null,
    forget: (account) => {
      filled.delete(account)
      for (const table of [state.fills, state.flows, incoming.fills, incoming.flows, incoming.orders])
        for (const [key, row] of [...table.rows()]) if (row.account === account) table.set(key, null)
      load()
    },
  }
}

/** Adds rows to a table of the newest; a row that is there already loses nothing that was known of it. */
function show<Row extends { readonly at: Time }>(
  table: Table<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): void {
  if (rows.length === 0) return
  const all = new Map(table.rows())
  for (const row of rows) all.set(keyOf(row), completed(all.get(keyOf(row)), row))
  const newest = [...all].sort(([, a], [, b]) => b.at - a.at).slice(0, MOST_SHOWN)
  table.replace(new Map(newest))
}

function byOurClock<Row extends { readonly at: Time }>(row: Row, aheadMs: number): Row {
  return { ...row, at: row.at - Math.round(aheadMs) }
}

/** A stream may tell less of a fact than a later report does, and the other way round. */
function completed<Row extends object>(before: Row | undefined, after: Row): Row {
  if (before === undefined) return after
  const told = Object.entries(after).filter(([, value]) => value !== null && value !== 'unknown')
  return { ...after, ...before, ...Object.fromEntries(told) }
}

/** Orders that came to an end of their own: refused, or run out. */
function endedOf(account: AccountId, orders: readonly GoneOrder[]): readonly EndedOrder[] {
  return orders.flatMap(({ order, instrument, gone, recency }) => {
    if (gone !== 'rejected' && gone !== 'expired') return []
    const symbol = instrument === null ? '' : symbolOf(instrument)
    return [{ account, order, instrument, symbol, how: gone, at: recency.at }]
  })
}

function fillKey({ account, fill }: Pick<FillRow, 'account' | 'fill'>): string {
  return `${account} ${fill}`
}

function flowKey({ account, flow }: Pick<FlowRow, 'account' | 'flow'>): string {
  return `${account} ${flow}`
}

function orderKey({ account, order }: Pick<EndedOrder, 'account' | 'order'>): string {
  return `${account} ${order}`
}
