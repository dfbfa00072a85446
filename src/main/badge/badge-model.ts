import type { AccountRow } from '../../shared/account-rows.ts'

/** How many things wait for the user; 0 is no badge. */
export interface BadgeModel {
  readonly count: number
}

export interface BadgeState {
  readonly accounts: readonly Pick<AccountRow, 'state'>[]
  /** Alerts that reached nobody. */
  readonly undelivered: number
}

/** An account that is not heard for a moment waits for nobody: only one that is refused or whose figures are old. */
export function badgeModel({ accounts, undelivered }: BadgeState): BadgeModel {
  const waiting = accounts.filter(({ state }) => state === 'refused' || state === 'stale')
  return { count: waiting.length + undelivered }
}
