import type { KeyRights } from '../../shared/account-rows.ts'
import type { AccountId } from '../../shared/ids.ts'
import { fail, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { createAccount, type Account, type AccountDeps, type AccountPorts } from '../account/run.ts'
import type { StoredAccount } from '../ports/store.ts'
import type { Houses } from './houses.ts'
import type { Places } from './places.ts'

/** The accounts that are being watched. */
export interface Roll {
  watch(stored: StoredAccount): void
  rename(account: AccountId, label: string): void
  remove(account: AccountId): void
  recheck(account: AccountId): Promise<Result<KeyRights>>
  /** Begins every account anew, for a vault that was opened. */
  restart(): void
  stop(): void
}

export type RollDeps = Omit<AccountDeps, 'place' | 'market' | 'required'>

export function createRoll(ports: AccountPorts, deps: RollDeps, places: Places, houses: Houses): Roll {
  const watched = new Map<AccountId, Account>()

  return {
    watch: (stored) => {
      const venue = places.venue(stored.venue)
      if (venue === undefined || watched.has(stored.account)) return
      const place = places.place(venue, stored.environment)
      const account = createAccount(ports, { ...deps, place, market: houses.at(place), required: () => true }, stored)
      watched.set(stored.account, account)
      account.start()
    },
    rename: (account, label) => watched.get(account)?.rename(label),
    remove: (account) => {
      watched.get(account)?.remove()
      watched.delete(account)
    },
    recheck: (account) =>
      watched.get(account)?.recheck() ??
      Promise.resolve(fail({ code: 'invalid', field: 'account', sentence: sentence('account.unknown') })),
    restart: () => {
      for (const account of watched.values()) account.restart()
    },
    stop: () => {
      for (const account of watched.values()) account.stop()
      watched.clear()
    },
  }
}
