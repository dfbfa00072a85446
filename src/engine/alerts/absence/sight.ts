import type { AccountRow } from '../../../shared/account-rows.ts'
import type { StreamRow } from '../../../shared/health-rows.ts'
import type { AccountId, Time } from '../../../shared/ids.ts'

/** How much of what is counted on is seen now; `nothing`: there is nothing to be seen. */
export type Sight = 'nothing' | 'blind' | 'part' | 'whole'

export interface Seen {
  readonly sight: Sight
  /** When anything was last heard of what is counted on. */
  readonly heardAt: Time | null
}

/** An account that waits for its user is not waited for, unless nothing else is there. */
export function lookAround(accounts: readonly AccountRow[], streams: readonly StreamRow[]): Seen {
  const counted = streams.filter(({ required, kind }) => required && kind !== 'heartbeat')
  const opened = new Set(counted.map(({ account }) => account))
  const unopened = accounts.filter(({ account }) => !opened.has(account))
  const awaited = unopened.filter(({ state }) => state !== 'refused')
  const live = counted.filter(({ state }) => state === 'live').length
  const heard = counted.flatMap(({ heardAt }) => heardAt ?? [])
  return {
    sight: counted.length + unopened.length === 0 ? 'nothing' : sightOf(live, counted.length + awaited.length),
    heardAt: heard.length === 0 ? null : Math.max(...heard),
  }
}

function sightOf(live: number, all: number): Sight {
  if (live === 0) return 'blind'
  return live < all ? 'part' : 'whole'
}

/** Accounts whose own streams are not all live, with when anything was last heard on one; null: never in this run. */
export function unseenAccounts(
  accounts: readonly AccountRow[],
  streams: readonly StreamRow[],
): ReadonlyMap<AccountId, Time | null> {
  return new Map(
    accounts.flatMap(({ account }): readonly (readonly [AccountId, Time | null])[] => {
      const own = streams.filter((stream) => stream.required && stream.account === account)
      if (own.length > 0 && own.every(({ state }) => state === 'live')) return []
      const heard = own.flatMap(({ heardAt }) => heardAt ?? [])
      return [[account, heard.length === 0 ? null : Math.max(...heard)]]
    }),
  )
}
