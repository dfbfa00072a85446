import { isDecimal } from '../decimal.ts'

/** A decimal or a word, a moment in epoch ms, or nothing known: an empty cell. */
export type CsvCell = string | number | null

/** Comma-separated values (RFC 4180), digits as they are. A text that a spreadsheet would take for a formula is quoted. */
export function csvText(lines: readonly (readonly CsvCell[])[]): string {
  return lines.map((cells) => cells.map(written).join(',')).join('\r\n')
}

function written(cell: CsvCell): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? new Date(cell).toISOString() : cell
  const harmless = /^[=+\-@\t\r]/.test(text) && !isDecimal(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
