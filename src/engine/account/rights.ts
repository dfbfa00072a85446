import type { KeyRights } from '../../shared/account-rows.ts'
import { assertNever, type Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import type { StoredAccount } from '../ports/store.ts'

/** Why an account may not be watched with a key of these rights; null when it may. */
export function refusal(
  rights: KeyRights,
  { tradingKeyAccepted }: Pick<StoredAccount, 'tradingKeyAccepted'>,
  venueName: string,
): Failure | null {
  const values = { venue: venueName, powers: rights.powers.join(', ') }
  switch (rights.verdict) {
    case 'read-only':
    case 'unknown':
      return null
    case 'can-trade':
      return tradingKeyAccepted ? null : denied('account.key-can-trade', values)
    case 'can-withdraw':
      return denied('account.key-can-withdraw', values)
    default:
      return assertNever(rights.verdict)
  }
}

function denied(
  id: 'account.key-can-trade' | 'account.key-can-withdraw',
  values: Readonly<Record<string, string>>,
): Failure {
  return { code: 'denied', sentence: sentence(id, values), terminal: true }
}
