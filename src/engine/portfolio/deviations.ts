import type { AccountId } from '../../shared/ids.ts'
import type { DriftLog } from '../account/drift-log.ts'
import type { Deviation } from './compare.ts'

/** Records where our figures are not the exchange's: once when it begins, not at every statement. */
export interface Deviations {
  found(account: AccountId, deviations: readonly Deviation[]): void
  forget(account: AccountId): void
}

export function createDeviations(drift: DriftLog): Deviations {
  const lasting = new Map<AccountId, ReadonlySet<string>>()
  return {
    found: (account, deviations) => {
      const known = lasting.get(account) ?? new Set()
      for (const { what, ours, theirs } of deviations)
        if (!known.has(what)) drift.add({ account, what, ours, theirs, repaired: false })
      lasting.set(account, new Set(deviations.map(({ what }) => what)))
    },
    forget: (account) => void lasting.delete(account),
  }
}
