import { abs, compare, decimal, isZero, mul, sub, trim, type Decimal } from '../../shared/decimal.ts'
import { symbolOf } from '../../shared/ids.ts'
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

/** How far two statements of one average price may differ by rounding alone, as a fraction. */
const ROUNDING = decimal('0.0000001')
const NONE = 'none'

/**
 * Compares a fresh snapshot with our state. Left out is what legitimately moves with prices (PnL, margins, liquidation,
 * available amounts, rates) and every row in `touched`, which changed while the snapshot was being read.
 */
export function differences(
  state: AccountState,
  snapshot: AccountSnapshot,
  touched: ReadonlySet<string>,
): readonly Difference[] {
  const theirs = listedRows(snapshot)
  return [
    ...inTable('balances', state.balances, theirs.balances, describeBalance),
    ...inTable('positions', state.positions, theirs.positions, describePosition, sameEntry),
    ...inTable('orders', state.orders, theirs.orders, describeOrder),
  ].filter((difference) => !touched.has(touchKey(difference.table, difference.key)))
}

export function touchKey(table: DriftTable, key: string): string {
  return `${table} ${key}`
}

interface Described {
  readonly what: string
  /** Null: there is nothing, which a tombstone and an empty balance say as well as a missing row. */
  readonly facts: string | null
  /** Told with the facts, compared apart. */
  readonly entry?: string
}

function inTable<Row>(
  table: DriftTable,
  ours: ReadonlyMap<string, Row>,
  theirs: ReadonlyMap<string, Row>,
  describe: (row: Row) => Described,
  agree: (ours: Row, theirs: Row) => boolean = () => true,
): readonly Difference[] {
  const found: Difference[] = []
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const mine = ours.get(key)
    const yours = theirs.get(key)
    const left = mine === undefined ? null : describe(mine)
    const right = yours === undefined ? null : describe(yours)
    const oneSided = mine === undefined || yours === undefined || left?.facts === null || right?.facts === null
    if ((left?.facts ?? null) === (right?.facts ?? null) && (oneSided || agree(mine, yours))) continue
    const what = right?.what ?? left?.what ?? key
    found.push({ table, key, what, ours: told(left), theirs: told(right) })
  }
  return found
}

function told(described: Described | null): string {
  if (described === null || described.facts === null) return NONE
  return described.entry === undefined ? described.facts : `${described.facts} at ${described.entry}`
}

function describeBalance(balance: Balance): Described {
  const borrowed = balance.borrowed === null || isZero(balance.borrowed) ? '' : `, borrowed ${trim(balance.borrowed)}`
  const facts = isZero(balance.wallet) && borrowed === '' ? null : `${trim(balance.wallet)}${borrowed}`
  return { what: `balance ${balance.asset}`, facts }
}

function describePosition(position: Position | Flat): Described {
  const what = `position ${symbolOf(position.instrument)} ${position.slot}`
  if (position.size === null) return { what, facts: null }
  const stops = [position.takeProfit, position.stopLoss, position.trailingStop].map(plain).join('/')
  const facts = `${position.side} ${trim(position.size)} ${position.marginMode}, stops ${stops},`
  return { what, facts, entry: plain(position.entry) }
}

/** Streams and REST round an average entry price differently. */
function sameEntry(ours: Position | Flat, theirs: Position | Flat): boolean {
  if (ours.size === null || theirs.size === null || ours.entry === null || theirs.entry === null) return true
  return compare(abs(sub(ours.entry, theirs.entry)), mul(abs(theirs.entry), ROUNDING)) <= 0
}

function describeOrder(order: Order | GoneOrder): Described {
  const what = `order ${order.order}`
  if ('gone' in order) return { what, facts: null }
  const facts = [order.side, order.price, order.triggerPrice, order.quantity, order.filled ?? decimal('0')]
  return { what: `${what} ${symbolOf(order.instrument)}`, facts: facts.map(plain).join(' ') }
}

function plain(value: string | null): string {
  if (value === null) return '–'
  return /^-?\d/.test(value) ? trim(value as Decimal) : value // amounts only: a side is a word
}
