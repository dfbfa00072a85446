import { symbolOf } from '../../shared/ids.ts'
import { balanceFacts, entryOf, orderFacts, positionFacts, sameEntry } from './agreement.ts'
import type { AccountSnapshot, AccountState, Balance, Flat, GoneOrder, Order, Position } from './event.ts'
import { listedRows } from './snapshot.ts'

/** The tables of an account in which a row of ours can differ from theirs. */
export type DriftTable = 'balances' | 'positions' | 'orders'

/** One row that differs, with what both sides say of it in comparable words. */
export interface Difference {
  readonly table: DriftTable
  readonly key: string
  /** What differs, for people: "position BTCUSDT long". */
  readonly what: string
  readonly ours: string
  readonly theirs: string
}

/** How one kind of row is compared and told. */
interface Comparison<Row> {
  readonly table: DriftTable
  readonly name: (row: Row) => string
  readonly facts: (row: Row) => string | null
  /** What is told with the facts but compared apart. */
  readonly aside: (row: Row) => string | null
  readonly agree: (ours: Row, theirs: Row) => boolean
}

const balances: Comparison<Balance> = {
  table: 'balances',
  name: ({ asset }) => `balance ${asset}`,
  facts: balanceFacts,
  aside: () => null,
  agree: () => true,
}

const positions: Comparison<Position | Flat> = {
  table: 'positions',
  name: ({ instrument, slot }) => `position ${symbolOf(instrument)} ${slot}`,
  facts: positionFacts,
  aside: entryOf,
  agree: sameEntry,
}

const orders: Comparison<Order | GoneOrder> = {
  table: 'orders',
  name: (order) => ('gone' in order ? `order ${order.order}` : `order ${order.order} ${symbolOf(order.instrument)}`),
  facts: orderFacts,
  aside: () => null,
  agree: () => true,
}

/**
 * Compares a fresh snapshot with our state. Left out are what legitimately moves with prices and every row in
 * `touched`, which changed while the snapshot was being read.
 */
export function differences(
  state: AccountState,
  snapshot: AccountSnapshot,
  touched: ReadonlySet<string>,
): readonly Difference[] {
  const theirs = listedRows(snapshot)
  return [
    ...inTable(balances, state.balances, theirs.balances),
    ...inTable(positions, state.positions, theirs.positions),
    ...inTable(orders, state.orders, theirs.orders),
  ].filter((difference) => !touched.has(touchKey(difference.table, difference.key)))
}

export function touchKey(table: DriftTable, key: string): string {
  return `${table} ${key}`
}

function inTable<Row>(
  comparison: Comparison<Row>,
  ours: ReadonlyMap<string, Row>,
  theirs: ReadonlyMap<string, Row>,
): readonly Difference[] {
  const keys = new Set([...ours.keys(), ...theirs.keys()])
  return [...keys].flatMap((key) => compareRow(comparison, key, ours.get(key), theirs.get(key)) ?? [])
}

function compareRow<Row>(
  comparison: Comparison<Row>,
  key: string,
  ours: Row | undefined,
  theirs: Row | undefined,
): Difference | null {
  const { table, name, facts, agree } = comparison
  const mine = ours === undefined ? null : facts(ours)
  const yours = theirs === undefined ? null : facts(theirs)
  const bothThere = ours !== undefined && theirs !== undefined && mine !== null
  if (mine === yours && (!bothThere || agree(ours, theirs))) return null
  const named = theirs ?? ours
  const what = named === undefined ? key : name(named)
  return { table, key, what, ours: tell(comparison, ours), theirs: tell(comparison, theirs) }
}

function tell<Row>({ facts, aside }: Comparison<Row>, row: Row | undefined): string {
  const said = row === undefined ? null : facts(row)
  if (row === undefined || said === null) return 'none'
  const more = aside(row)
  return more === null ? said : `${said}, at ${more}`
}
