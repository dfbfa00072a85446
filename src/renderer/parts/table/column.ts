import type { ReactNode } from 'react'
import { compare, isDecimal } from '../../../shared/decimal.ts'
import { csvText, type CsvCell } from '../../../shared/text/csv.ts'

/** What a column sorts by and copies: a decimal, a moment, a word; null sorts last and copies empty. */
export type Plain = CsvCell

/** One column of a table of rows. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** Text begins at the left, figures end at the right. */
  readonly align: 'start' | 'end'
  readonly cell: (row: Row) => ReactNode
  readonly plain: (row: Row) => Plain
  /** Shown unless the user chose otherwise. */
  readonly usual: 'shown' | 'hidden'
  /** Amounts are not copied in privacy mode. */
  readonly secret?: true
  /** Holds buttons and no figure: it is neither sorted by nor copied. */
  readonly tools?: true
}

/** Orders by value: decimals exactly, times as numbers, everything else by the language's alphabet; unknown last. */
export function comparePlain(a: Plain, b: Plain): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a), String(b)]
  return isDecimal(left) && isDecimal(right) ? compare(left, right) : left.localeCompare(right)
}

/** The columns to show, in the user's order; an unknown id is passed over, a new column is where it usually is. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): readonly Column<Row>[] {
  if (chosen === undefined) return columns.filter((column) => column.usual === 'shown')
  return chosen.flatMap((id) => columns.find((column) => column.id === id) ?? [])
}

/** Rows as comma-separated values: the columns that hold figures, and no amount in privacy mode. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], privacy: boolean): string {
  const open = columns.filter((column) => column.tools !== true && !(privacy && column.secret === true))
  return csvText([open.map(({ title }) => title), ...rows.map((row) => open.map(({ plain }) => plain(row)))])
}
