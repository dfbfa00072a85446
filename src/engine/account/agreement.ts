import { abs, compare, decimal, isDecimal, isZero, mul, sub, trim, ZERO } from '../../shared/decimal.ts'
import type { Balance, Flat, GoneOrder, Order, Position } from './event.ts'

/**
 * What a row says apart from everything that moves with prices (PnL, margins, liquidation, available amounts, rates),
 * in comparable words. Null: there is nothing, which a tombstone and an empty balance say as well as a missing row.
 */
export type Facts<Row> = (row: Row) => string | null

/** How far two statements of one average price may differ by rounding alone, as a fraction. */
const ROUNDING = decimal('0.0000001')

export function balanceFacts(balance: Balance): string | null {
  const borrowed = balance.borrowed === null || isZero(balance.borrowed) ? '' : `, borrowed ${trim(balance.borrowed)}`
  return isZero(balance.wallet) && borrowed === '' ? null : `${trim(balance.wallet)}${borrowed}`
}

export function positionFacts(position: Position | Flat): string | null {
  if (position.size === null) return null
  const stops = [position.takeProfit, position.stopLoss, position.trailingStop].map(plain).join('/')
  return `${position.side} ${trim(position.size)} ${position.marginMode}, stops ${stops}`
}

/** Streams and REST round an average entry price differently. */
export function sameEntry(ours: Position | Flat, theirs: Position | Flat): boolean {
  if (ours.size === null || theirs.size === null || ours.entry === null || theirs.entry === null) return true
  return compare(abs(sub(ours.entry, theirs.entry)), mul(abs(theirs.entry), ROUNDING)) <= 0
}

export function entryOf(position: Position | Flat): string | null {
  return position.size === null ? null : plain(position.entry)
}

export function orderFacts(order: Order | GoneOrder): string | null {
  if ('gone' in order) return null
  const amounts = [order.price, order.triggerPrice, order.quantity, order.filled ?? ZERO]
  return [order.side, ...amounts.map(plain)].join(' ')
}

export function balancesAgree(ours: Balance, theirs: Balance): boolean {
  return balanceFacts(ours) === balanceFacts(theirs)
}

export function positionsAgree(ours: Position | Flat, theirs: Position | Flat): boolean {
  return positionFacts(ours) === positionFacts(theirs) && sameEntry(ours, theirs)
}

export function ordersAgree(ours: Order | GoneOrder, theirs: Order | GoneOrder): boolean {
  return orderFacts(ours) === orderFacts(theirs)
}

function plain(value: string | null): string {
  if (value === null) return '–'
  return isDecimal(value) ? trim(value) : value
}
