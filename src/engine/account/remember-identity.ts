import type { AccountId } from '../../shared/ids.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'

/**
 * Keeps whose account it is at its exchange, once that is known, so that the same one is not added a second time. What
 * the store says of the account now is kept as it is; an account that was removed meanwhile stays removed.
 */
export async function rememberIdentity(
  { store, log }: { readonly store: Store; readonly log: Log },
  account: AccountId,
  identity: string | null,
): Promise<void> {
  const stored = store.accounts().find((each) => each.account === account)
  if (identity === null || stored === undefined || stored.identity !== null) return
  const saved = await store.saveAccount({ ...stored, identity })
  if (!saved.ok) log.warn('the identity of an account could not be stored', { why: saved.failure.sentence.id })
}
