import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, compare, decimal } from '../../shared/decimal.ts'
import { compareQuickly } from './compare-quickly.ts'

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(20))
  .map(([units, scale]) => decimal(`${units}.${'0'.repeat(scale)}7`))

test('the order is that of the exact comparison, for amounts far apart and next to each other', () => {
  const nudge = fc.constantFrom('0', '0.000000000000000001', '-0.000000000000000001', '1').map(decimal)
  fc.assert(
    fc.property(amount, amount, nudge, (one, other, little) => {
      expect(compareQuickly(one, other)).toBe(compare(one, other))
      expect(compareQuickly(one, add(one, little))).toBe(compare(one, add(one, little)))
    }),
  )
})
