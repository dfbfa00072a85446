import type { KeyRights } from '../../shared/account-rows.ts'
import type { Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'

/**
 * Whether a key may be used at all. Keys that can withdraw never; keys that can trade only when the user insisted.
 * `unknown` rights are let through and shown as unverified: some environments have no way to ask.
 */
export function refusalOf(
  rights: Pick<KeyRights, 'verdict' | 'powers'>,
  venue: string,
  tradingAccepted: boolean,
): Failure | null {
  const values = { venue, powers: rights.powers.join(', ') }
  if (rights.verdict === 'can-withdraw') {
    return { code: 'denied', terminal: true, sentence: sentence('venue.key-can-withdraw', values) }
  }
  if (rights.verdict === 'can-trade' && !tradingAccepted) {
    return { code: 'denied', terminal: true, sentence: sentence('venue.key-can-trade', values) }
  }
  return null
}
