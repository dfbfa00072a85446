import type { Line } from './figure.ts'

const WIDTHS = [48, 26, 10, 8] as const

export function heading(title: string): string {
  return `\n${title}\n${'─'.repeat(title.length)}`
}

/** A figure as a line of the table: what, the ratio, its aim, whether it is met, and the plain numbers. */
export function lineOf(line: Line): string {
  if (line.kind === 'note') return `  (${line.text})`
  const met = line.met === null ? '' : line.met ? 'met' : 'NOT MET'
  const cells = [line.title, line.ratio, line.aim ?? '', met]
  return `${cells.map((cell, at) => cell.padEnd(WIDTHS[at]!)).join(' ')} ${line.measured}`
}

/** How many aims there were, and how many are met. */
export function summary(lines: readonly Line[]): string {
  const aims = lines.filter((line) => line.kind === 'figure' && line.met !== null)
  const met = aims.filter((line) => line.kind === 'figure' && line.met === true)
  return `${met.length} of ${aims.length} aims met.`
}
