import type { Handlers } from '../../shared/client.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { AccountId } from '../../shared/ids.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { AccountBook } from '../accounts/account-book.ts'
import type { Roll } from '../accounts/roll.ts'
import type { EngineState } from '../state.ts'

export interface AccountDesk {
  /** Null when only the demo may be shown: no real key is taken then. */
  readonly book: AccountBook | null
  /** Whether the accounts on screen are the book's own. */
  readonly isLive: boolean
  /** Shows the live accounts in place of the demo. */
  goLive(): Result<null>
}

/** The contract's accounts group. In demo mode the list is the simulator's, while adding goes to the live book. */
export function accountHandlers(state: EngineState, roll: Roll, desk: AccountDesk): Handlers<AppContract>['accounts'] {
  const own = (run: (book: AccountBook) => Promise<Result<null>>): Promise<Result<null>> | Result<null> =>
    desk.isLive && desk.book !== null ? run(desk.book) : fail(denied('account.demo-fixed'))

  return {
    list: () => ok(state.accounts),
    check: (wanted) => desk.book?.check(wanted) ?? fail(denied('account.demo-only')),
    add: async (wanted): Promise<Result<AccountId>> => {
      if (desk.book === null) return fail(denied('account.demo-only'))
      const added = await desk.book.add(wanted)
      if (!added.ok) return added
      if (desk.isLive) roll.watch(added.value)
      else desk.goLive()
      return ok(added.value.account)
    },
    recheck: ({ account }) => roll.recheck(account),
    rename: ({ account, label }) =>
      own(async (book) => {
        const renamed = await book.rename(account, label)
        if (renamed.ok) roll.rename(account, label)
        return renamed
      }),
    remove: ({ account }) =>
      own(async (book) => {
        const removed = await book.remove(account)
        if (removed.ok) roll.remove(account)
        return removed
      }),
  }
}

function denied(id: 'account.demo-only' | 'account.demo-fixed'): Failure {
  return { code: 'denied', sentence: sentence(id) }
}
