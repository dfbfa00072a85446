import type { AccountId } from '../../shared/ids.ts'
import type { Facts } from './facts.ts'

/** What the user calls an account; its id where it is not known. */
export function labelOf({ accounts }: Pick<Facts, 'accounts'>, account: AccountId): string {
  return accounts.get(account)?.label ?? account
}
