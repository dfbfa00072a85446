import type { Decimal } from '../../shared/decimal.ts'
import { layout, type Member } from './layout.ts'
import type { BookTold, DayTold, MarkTold } from './normalise-price.ts'

/** What one frame states, and the symbol it is about. */
export interface Told<Stated> {
  readonly symbol: string
  readonly stated: Stated
}

/** Reads a frame that is written to the letter as the exchange writes it; null for any other, which goes the long way. */
export type ReadQuickly<Stated> = (text: string) => Told<Stated> | null

const amounts = (...names: readonly string[]): readonly Member[] => names.map((name) => [name, 'amount'])

const BOOK = layout('bookTicker', [
  ['u', 'whole'],
  ['s', 'text'],
  ['ps', 'skipped-text'],
  ...amounts('b', 'B', 'a', 'A'),
  ['T', 'whole'],
  ['E', 'skipped-whole'],
])

export const readBook: ReadQuickly<BookTold> = (text) => {
  const found = BOOK(text)
  if (found === null) return null
  const stated = {
    bid: amountIn(found, 3),
    bidSize: amountIn(found, 4),
    ask: amountIn(found, 5),
    askSize: amountIn(found, 6),
    order: Number(found[1]),
    at: Number(found[7]),
  }
  return { symbol: textIn(found, 2), stated }
}

const MARK = layout('markPriceUpdate', [
  ['E', 'whole'],
  ['s', 'text'],
  ['p', 'amount'],
  ['ap', 'skipped-text'],
  ['P', 'skipped-text'],
  ['i', 'amount'],
  ['r', 'amount-or-none'],
  ['T', 'whole'],
])

export const readMark: ReadQuickly<MarkTold> = (text) => {
  const found = MARK(text)
  if (found === null) return null
  const stated = {
    mark: amountIn(found, 3),
    index: amountIn(found, 4),
    rate: found[5] === '' ? null : amountIn(found, 5),
    paidAt: Number(found[6]),
    at: Number(found[1]),
  }
  return { symbol: textIn(found, 2), stated }
}

const DAY = layout('24hrTicker', [
  ['E', 'whole'],
  ['s', 'text'],
  ['ps', 'skipped-text'],
  ['p', 'skipped-text'],
  ['P', 'amount'],
  ['w', 'skipped-text'],
  ['c', 'amount'],
  ['Q', 'skipped-text'],
  ['o', 'skipped-text'],
  ...amounts('h', 'l', 'v', 'q'),
  ['O', 'skipped-whole'],
  ['C', 'skipped-whole'],
  ['F', 'skipped-whole'],
  ['L', 'skipped-whole'],
  ['n', 'skipped-whole'],
])

export const readDay: ReadQuickly<DayTold> = (text) => {
  const found = DAY(text)
  if (found === null) return null
  const stated = {
    percent: amountIn(found, 3),
    last: amountIn(found, 4),
    high24h: amountIn(found, 5),
    low24h: amountIn(found, 6),
    volume24h: amountIn(found, 7),
    turnover24h: amountIn(found, 8),
    at: Number(found[1]),
  }
  return { symbol: textIn(found, 2), stated }
}

function textIn(found: RegExpExecArray, group: number): string {
  return found[group] ?? ''
}

/** The layout lets nothing but a decimal into an amount's group. */
function amountIn(found: RegExpExecArray, group: number): Decimal {
  return textIn(found, group) as Decimal
}
