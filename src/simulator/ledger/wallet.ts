import { add, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { AccountState } from './account.ts'
import type { WalletEntry } from './fill.ts'
import { untouched, type Outcome } from './outcome.ts'

export interface Credit {
  readonly asset: string
  /** Negative takes away. */
  readonly change: Decimal
  readonly cause: WalletEntry['cause']
}

/** Moves one wallet and writes the entry that says why. */
export function credit(state: AccountState, { asset, change, cause }: Credit, number: number, at: Time): Outcome {
  const balance = trim(add(state.wallets.get(asset) ?? ZERO, change))
  const wallets = new Map(state.wallets).set(asset, balance)
  const walletTimes = new Map(state.walletTimes).set(asset, at)
  const entry: WalletEntry = { number, at, asset, change, balance, cause }
  return { ...untouched({ ...state, wallets, walletTimes }), entries: [entry] }
}
