import { z } from 'zod'
import { isDecimal, parseDecimal, type Decimal } from '../../shared/decimal.ts'

/** Longer amounts than any contract states, and than the page accepts, are garbage. */
const MOST_DIGITS = 64

/** Plain or scientific notation ("2.8E-4" is real for tiny prices), or null when it is no number. */
export function amountOf(text: string): Decimal | null {
  if (text.length > MOST_DIGITS) return null
  if (isDecimal(text)) return text
  const read = parseDecimal(text)
  return read.ok && read.value.length <= MOST_DIGITS ? read.value : null
}

/** An amount that must be there. Leverage and filter values come as JSON numbers, all else as text. */
export const amount = z.union([z.string(), z.number()]).transform((value, context): Decimal => {
  const read = amountOf(String(value))
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: 'not a decimal number' })
  return z.NEVER
})

/** Null, absent and empty text mean "not stated", never zero. */
export const maybeAmount = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  amount.nullable(),
)

/** An id as digits, whichever way it was written. */
export const id = z.union([z.string().min(1), z.int()]).transform(String)

/** Epoch milliseconds. */
export const time = z.int().min(0)
export const maybeTime = time.nullish().transform((value) => value ?? null)

export const maybeText = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

export const maybeFlag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)

export const positionSide = z.enum(['BOTH', 'LONG', 'SHORT'])
export type PositionSide = z.infer<typeof positionSide>

export const orderSide = z.enum(['BUY', 'SELL'])
export type OrderSide = z.infer<typeof orderSide>
