import type { ReactNode } from 'react'
import { compare, isDecimal } from '../../../shared/decimal.ts'

/** What a column sorts by and copies: a decimal, a moment, a word; null sorts last and copies empty. */
export type Plain = string | number | null

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

/** Rows as comma-separated values (RFC 4180), with exact digits. A text that a spreadsheet would take for a formula is quoted. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], privacy: boolean): string {
  const open = columns.filter((column) => column.tools !== true && !(privacy && column.secret === true))
  const lines = rows.map((row) => open.map((column) => csvCell(column.plain(row))).join(','))
  return [open.map((column) => csvCell(column.title)).join(','), ...lines].join('\r\n')
}

function csvCell(value: Plain): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? new Date(value).toISOString() : value
  const harmless = /^[=+\-@\t\r]/.test(text) && !isDecimal(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
