import { decimal, ZERO } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Account, AccountState, ContractSettings } from './account.ts'
import type { Slot } from './order.ts'
import type { Position } from './position.ts'

const LEVERAGE = decimal('10')

/** What a contract is set to before anybody sets it. */
export function settingsOf(account: Pick<Account, 'venue'>, state: AccountState, contract: string): ContractSettings {
  const known = state.settings.get(contract)
  // The unified account has one margin mode for everything; the other venue one per contract.
  if (account.venue === 'bybit') return { leverage: known?.leverage ?? LEVERAGE, margin: state.modes.margin }
  return known ?? { leverage: LEVERAGE, margin: state.modes.margin }
}

/** A position that was never held. */
export function freshPosition(contract: string, slot: Slot, margin: Position['margin'], at: Time): Position {
  return {
    contract,
    slot,
    quantity: ZERO,
    entryPrice: ZERO,
    isolatedWallet: ZERO,
    margin,
    openFees: ZERO,
    realisedNow: ZERO,
    realisedEver: ZERO,
    profitEver: ZERO,
    sequence: -1,
    createdAt: null,
    openedAt: null,
    updatedAt: at,
  }
}
