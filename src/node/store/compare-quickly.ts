import { approximate, compare, type Decimal } from '../../shared/decimal.ts'

/** Numbers further apart than this share of themselves are ordered rightly by their nearest doubles. */
const CLEAR = 1e-12

/** The same order as the exact comparison, which is only asked when the amounts are nearly equal. */
export function compareQuickly(a: Decimal, b: Decimal): number {
  const left = approximate(a)
  const right = approximate(b)
  const difference = left - right
  const clear = Math.abs(difference) > CLEAR * Math.max(Math.abs(left), Math.abs(right))
  return clear ? Math.sign(difference) : compare(a, b)
}
