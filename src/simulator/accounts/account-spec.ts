import { isZero, type Decimal } from '../../shared/decimal.ts'
import type { Account, AccountModes } from '../ledger/account.ts'
import type { Key } from '../ledger/keys.ts'
import type { VenueName } from '../market/contract.ts'

/** An account the simulator begins with. */
export interface AccountSpec {
  readonly id: string
  readonly venue: VenueName
  /** The exchange's number of the user. */
  readonly user: number
  readonly modes: Partial<AccountModes>
  /** Paid in at the beginning: of its past, or now. */
  readonly deposits: readonly { readonly asset: string; readonly amount: Decimal }[]
  /** `months`: trades, funding and transfers since the last half-year began, ending in a few open positions and orders. */
  readonly past: 'none' | 'months'
  /** Whether the bot keeps it busy, when there is a bot. */
  readonly bot: 'trades' | 'rests'
  readonly keys: readonly KeySpec[]
}

export type KeySpec = Pick<Key, 'apiKey' | 'secret'> & Partial<Pick<Key, 'signing' | 'rights' | 'note'>>

export const usualModes: AccountModes = {
  kind: 'standard',
  positions: 'one-way',
  margin: 'cross',
  assets: 'single',
  fees: 'settle',
}

export function keyOf(spec: AccountSpec, key: KeySpec): Key {
  return {
    venue: spec.venue,
    account: spec.id,
    signing: 'hmac',
    rights: 'read-only',
    note: 'desktop monitor',
    state: 'valid',
    ...key,
  }
}

/** The contracts an account holds now. */
export function heldContracts(account: Account): ReadonlySet<string> {
  const held = [...account.state().positions.values()].filter((position) => !isZero(position.quantity))
  return new Set(held.map((position) => position.contract))
}
