import { isZero, parseDecimal, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'

/**
 * From checked wire text to our own values. The amount patterns of `wire.ts` are narrower than what `parseDecimal`
 * accepts, so a throw here means that a schema was left out.
 */
export function amountOf(text: string): Decimal {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error('An amount reached the normaliser unchecked')
  return parsed.value
}

/** Null for "", null and a missing field: Bybit writes "" for what it does not state, and that is never zero. */
export function maybeAmount(text: string | null | undefined): Decimal | null {
  return text === '' || text === null || text === undefined ? null : amountOf(text)
}

/** For what cannot be zero: Bybit writes "", "0" and "0.00" alike for a price that is not set. */
export function nonZero(text: string | null | undefined): Decimal | null {
  const amount = maybeAmount(text)
  return amount === null || isZero(amount) ? null : amount
}

export function momentOf(value: string | number): Time {
  return typeof value === 'number' ? value : Number(value)
}

/** Null for "", 0, null and a missing field. */
export function maybeMomentOf(value: string | number | null | undefined): Time | null {
  if (value === '' || value === null || value === undefined) return null
  const time = momentOf(value)
  return time === 0 ? null : time
}

/** Null when there is none: Bybit writes −1 for "never traded" and leaves it out of some flat rows. */
export function sequenceOf(value: string | number | null | undefined): number | null {
  if (value === '' || value === null || value === undefined) return null
  const sequence = Number(value)
  return sequence < 0 ? null : sequence
}

/** A descriptive word, cut to the room our rows have for it. */
export function wordOf(value: unknown, room: number): string {
  return typeof value === 'string' ? value.slice(0, room) : ''
}

export function wholeOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : null
}
