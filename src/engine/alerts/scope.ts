import type { AccountId, InstrumentId } from '../../shared/ids.ts'
import type { StoredRule } from '../ports/alert-store.ts'

/** Whether a rule is about this account and contract; null is no particular contract. */
export function inScope(
  { account, instrument }: Pick<StoredRule, 'account' | 'instrument'>,
  of: AccountId,
  contract: InstrumentId | null,
): boolean {
  return (account === 'all' || account === of) && (instrument === null || contract === null || instrument === contract)
}
