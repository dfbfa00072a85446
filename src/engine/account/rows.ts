import type { Time } from '../../shared/ids.ts'
import type { Recency } from './event.ts'
import { floorOf, isOlder } from './recency.ts'

interface Dated {
  readonly recency: Recency
}

/**
 * Field by field, one level of records inside: an unchanged row keeps its identity, so nothing is redrawn for it. From
 * the last field on, where rows say how new they are and most often differ.
 */
export function sameRow(before: object, after: object): boolean {
  if (before === after) return true
  const old = before as Readonly<Record<string, unknown>>
  const fresh = after as Readonly<Record<string, unknown>>
  const names = Object.keys(fresh)
  for (let at = names.length - 1; at >= 0; at -= 1) {
    const name = names[at] ?? ''
    if (!sameValue(old[name], fresh[name])) return false
  }
  return names.length === Object.keys(old).length
}

/** A map with one row set or, with undefined, removed; the same map when that changes nothing. */
export function withRow<Row extends object>(
  rows: ReadonlyMap<string, Row>,
  key: string,
  row: Row | undefined,
): ReadonlyMap<string, Row> {
  const before = rows.get(key)
  if (before === row || (before !== undefined && row !== undefined && sameRow(before, row))) return rows
  const next = new Map(rows)
  if (row === undefined) next.delete(key)
  else next.set(key, row)
  return next
}

/**
 * All rows of a complete list, except where ours are newer than the list is. A list may date a row earlier than the
 * stream did; one that says the same is taken all the same, for it says more.
 */
export function mergeRows<Row extends Dated>(
  ours: ReadonlyMap<string, Row>,
  theirs: ReadonlyMap<string, Row>,
  listedAt: Time,
  agree: (ours: Row, theirs: Row) => boolean,
): ReadonlyMap<string, Row> {
  const merged = new Map<string, Row>()
  for (const [key, row] of theirs) merged.set(key, mergeRow(ours.get(key), row, listedAt, agree))
  for (const [key, row] of ours) if (!theirs.has(key) && row.recency.at > floorOf(listedAt)) merged.set(key, row)
  return sameRows(ours, merged) ? ours : merged
}

export function newerRow<Row extends Dated>(ours: Row | undefined, theirs: Row): Row {
  if (ours === undefined) return theirs
  return isOlder(theirs.recency, ours.recency) || sameRow(ours, theirs) ? ours : theirs
}

function mergeRow<Row extends Dated>(
  ours: Row | undefined,
  theirs: Row,
  listedAt: Time,
  agree: (ours: Row, theirs: Row) => boolean,
): Row {
  if (ours === undefined || !isOlder(theirs.recency, ours.recency)) return newerRow(ours, theirs)
  if (ours.recency.at > listedAt || !agree(ours, theirs)) return ours
  const dated = { ...theirs, recency: ours.recency }
  return sameRow(ours, dated) ? ours : dated
}

function sameRows<Row>(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): boolean {
  if (before.size !== after.size) return false
  for (const [key, row] of after) if (before.get(key) !== row) return false
  return true
}

function sameValue(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false
  return sameRow(before, after)
}
