import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Slot } from './order.ts'

export interface Position {
  readonly contract: string
  readonly slot: Slot
  /** Negative is short, "0" is flat; flat positions stay, with their lifetime figures. */
  readonly quantity: Decimal
  /** "0" when flat. */
  readonly entryPrice: Decimal
  /** Margin set aside for an isolated position, without unrealised profit; "0" in cross. */
  readonly isolatedWallet: Decimal
  readonly margin: 'cross' | 'isolated'
  /** Fees of the quantity still held, in the settle asset's worth; leaves with each part that is closed. */
  readonly openFees: Decimal
  /** Of the present holding: price profit − fees − funding paid. Kept after closing until the next opening. */
  readonly realisedNow: Decimal
  /** Of all holdings ever on this contract and slot: price profit − fees − funding paid. */
  readonly realisedEver: Decimal
  /** Of all holdings ever, price profit only. */
  readonly profitEver: Decimal
  /** The contract's sequence at the last change; rises with every fill, order and funding on it. */
  readonly sequence: number
  /** First ever; null before the first fill. */
  readonly createdAt: Time | null
  /** Of the present holding. */
  readonly openedAt: Time | null
  readonly updatedAt: Time
}

export function positionKey(contract: string, slot: Slot): string {
  return `${contract}|${slot}`
}
