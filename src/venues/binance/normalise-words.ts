import type { MarginMode, Slot } from '../../engine/account/event.ts'
import { isZero, type Decimal } from '../../shared/decimal.ts'
import type { OrderSide, PositionSide } from './wire-fields.ts'

export function slotOf(side: PositionSide): Slot {
  return side === 'BOTH' ? 'one-way' : side === 'LONG' ? 'long' : 'short'
}

export function sideOf(side: OrderSide): 'buy' | 'sell' {
  return side === 'BUY' ? 'buy' : 'sell'
}

/** `CROSSED`, `cross`, `ISOLATED` and `isolated` are all spoken; null when it is neither. */
export function marginModeOf(word: string): MarginMode | null {
  const upper = word.toUpperCase()
  return upper === 'ISOLATED' ? 'isolated' : upper.startsWith('CROSS') ? 'cross' : null
}

export function triggerOf(workingType: string): string {
  return workingType === 'MARK_PRICE' ? 'mark' : workingType === 'CONTRACT_PRICE' ? 'last' : workingType.slice(0, 24)
}

/** Where the exchange writes zero for "none": prices, triggers, liquidation. */
export function unlessZero(amount: Decimal | null): Decimal | null {
  if (amount === null || startsAboveZero(amount)) return amount
  return isZero(amount) ? null : amount
}

/** Settles the question for most prices without reading all of their digits. */
function startsAboveZero(amount: Decimal): boolean {
  return amount.charCodeAt(0) > 48
}

/** A price: zero and negative ones mean that there is none. */
export function priceOrNull(amount: Decimal | null): Decimal | null {
  return amount?.startsWith('-') === true ? null : unlessZero(amount)
}
