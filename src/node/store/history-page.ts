import type { Time } from '../../shared/ids.ts'

/**
 * Cuts a page out of newest-first rows of which one more than `count` was read. The next page asks for what is
 * before the last row's millisecond, so a page never ends inside one: its remainder would be skipped.
 * Only a millisecond that alone fills the page is cut.
 */
export function cutPage<Row extends { readonly at: Time }>(rows: readonly Row[], count: number): readonly Row[] {
  const next = rows[count]
  if (next === undefined) return rows
  const whole = rows.filter(({ at }) => at > next.at)
  return whole.length > 0 ? whole : rows.slice(0, count)
}
