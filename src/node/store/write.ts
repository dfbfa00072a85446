import type { Coverage, EquityReading, HistoryName } from '../../engine/ports/store.ts'
import type { FillRow, FlowRow } from '../../shared/account-rows.ts'
import type { AccountId } from '../../shared/ids.ts'

/** One thing to be written, in the order in which it was handed in. */
export type Write =
  | { readonly kind: 'fill'; readonly row: FillRow }
  | { readonly kind: 'flow'; readonly row: FlowRow }
  | { readonly kind: 'equity'; readonly reading: EquityReading }
  | { readonly kind: 'coverage'; readonly history: HistoryName; readonly stretch: Coverage }

export function accountOf(write: Write): AccountId {
  switch (write.kind) {
    case 'fill':
    case 'flow':
      return write.row.account
    case 'equity':
      return write.reading.account
    case 'coverage':
      return write.history.account
  }
}

/**
 * What is kept in memory while the disk takes nothing. Equity readings go first, oldest first: a gap in the curve
 * shows as one. If that is not enough, facts go together with every proof that they are complete, so that they are
 * fetched again.
 */
export function bound(pending: readonly Write[], most: number): readonly Write[] {
  const surplus = pending.length - most
  if (surplus <= 0) return pending
  const readings = pending.filter(({ kind }) => kind === 'equity')
  const dropped = new Set(readings.slice(0, surplus))
  const kept = pending.filter((write) => !dropped.has(write))
  return kept.length <= most ? kept : kept.filter(({ kind }) => kind !== 'coverage').slice(-most)
}
