import { decoded, type Query } from '../query.ts'
import { error, type Reply } from './reply.ts'

export interface PageSize {
  readonly usual: number
  readonly most: number
}

/** A row with a key that is unique in its list and never changes. */
export interface Keyed {
  readonly key: string
  readonly row: unknown
}

/**
 * One page of a list that is already in order. The cursor names the last row given, so rows that arrive meanwhile
 * shift nothing; it is handed out percent-encoded, and taken back as it was or encoded once more. A full last page
 * still has a cursor, and an empty page behind it.
 */
export function page(rows: readonly Keyed[], query: Query, size: PageSize): Page {
  const limit = query.limit === undefined ? size.usual : Number(query.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > size.most) {
    return { kind: 'refused', reply: error(10001, `params error: limit must be in [1, ${size.most}]`) }
  }
  const from = start(rows, query.cursor)
  if (from === null) return { kind: 'refused', reply: error(10001, 'params error: cursor invalid') }
  const list = rows.slice(from, from + limit)
  const last = list.at(-1)
  const next = last !== undefined && list.length === limit ? encodeURIComponent(cursorOf(last.key)) : ''
  return { kind: 'page', list: list.map(({ row }) => row), nextPageCursor: next }
}

export type Page =
  | { readonly kind: 'page'; readonly list: readonly unknown[]; readonly nextPageCursor: string }
  | { readonly kind: 'refused'; readonly reply: Reply }

function start(rows: readonly Keyed[], cursor: string | undefined): number | null {
  if (cursor === undefined) return 0
  const plain = decoded(cursor)
  const at = rows.findIndex(({ key }) => cursorOf(key) === plain)
  return at < 0 ? null : at + 1
}

function cursorOf(key: string): string {
  return `${key}:2,${key}:2`
}
