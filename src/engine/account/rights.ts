import type { KeyRights } from '../../shared/account-rows.ts'
import type { Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { refusalOf } from '../accounts/rights-rule.ts'
import type { StoredAccount } from '../ports/store.ts'

/** Why a watched account's key may not be used any more; null when it may. */
export function refusal(
  rights: KeyRights,
  { tradingKeyAccepted }: Pick<StoredAccount, 'tradingKeyAccepted'>,
  venueName: string,
): Failure | null {
  const refused = refusalOf(rights, venueName, tradingKeyAccepted)
  if (refused === null) return null
  // The rule speaks of a key that is being added; this one is kept, with the history it brought.
  const id = rights.verdict === 'can-withdraw' ? 'account.key-can-withdraw' : 'account.key-can-trade'
  return { ...refused, sentence: sentence(id, refused.sentence.values) }
}
