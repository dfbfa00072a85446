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

/** What is kept of too many writes, and the accounts that lost facts by it. */
export interface Bounded {
  readonly kept: readonly Write[]
  readonly robbed: readonly AccountId[]
}

/**
 * Bounds what waits in memory while the disk takes nothing. Equity readings go first, oldest first: a gap in the curve
 * shows as one. Only then facts go, oldest first.
 */
export function bound(pending: readonly Write[], most: number): Bounded {
  const surplus = pending.length - most
  if (surplus <= 0) return { kept: pending, robbed: [] }
  const readings = new Set(pending.filter(({ kind }) => kind === 'equity').slice(0, surplus))
  const facts = pending.filter((write) => !readings.has(write))
  const robbed = facts.slice(0, Math.max(0, facts.length - most)).map(accountOf)
  return { kept: facts.slice(-most), robbed: [...new Set(robbed)] }
}

/** Nothing may count as complete for an account that lost a fact: unproven history is fetched again. */
export function withoutProofs(writes: readonly Write[], accounts: ReadonlySet<AccountId>): readonly Write[] {
  return accounts.size === 0
    ? writes
    : writes.filter((write) => write.kind !== 'coverage' || !accounts.has(write.history.account))
}
