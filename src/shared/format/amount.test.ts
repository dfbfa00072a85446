import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../decimal.ts'
import { formatAmount, formatPercent, formatRounded, hundredfold, placesOf, readLocale, withSign } from './amount.ts'

const english = readLocale('en')
const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(18))
  .map(([units, scale]) => decimal(new Big(units.toString()).div(new Big(10).pow(scale)).toFixed(scale)))

describe('amounts', () => {
  it.each([
    ['10000.123456789012345678', '10,000.123456789012345678'],
    ['84021.50', '84,021.50'],
    ['-1425', '−1,425'],
    ['-0.00', '0.00'],
    ['999', '999'],
    ['1234567', '1,234,567'],
    ['0.00000028', '0.00000028'],
  ])('%s is written %s', (text, written) => {
    expect(formatAmount(decimal(text), english)).toBe(written)
  })

  it('keeps every digit in every language', () => {
    fc.assert(
      fc.property(anyDecimal, fc.constantFrom('en', 'ru', 'bg'), (amount, language) => {
        const locale = readLocale(language)
        const written = formatAmount(amount, locale)
        const back = written.replaceAll(locale.group, '').replace(locale.point, '.').replace(locale.minus, '-')
        expect(new Big(back).eq(new Big(amount))).toBe(true)
      }),
    )
  })

  it('rounds for the eye only where asked, and fills up', () => {
    expect(formatRounded(decimal('1.005'), 2, english)).toBe('1.00')
    expect(formatRounded(decimal('2.5'), 2, english)).toBe('2.50')
    expect(withSign(formatRounded(decimal('2.5'), 0, english), decimal('2.5'))).toBe('+2')
  })

  it('makes percentages exactly', () => {
    expect(formatPercent(decimal('0.0129'), 2, english)).toBe('1.29\u00a0%')
    fc.assert(fc.property(anyDecimal, (amount) => new Big(hundredfold(amount)).eq(new Big(amount).times(100))))
  })

  it('counts the places of a step', () => {
    expect(['0.10', '0.0001', '1', '10'].map((step) => placesOf(decimal(step)))).toEqual([1, 4, 0, 0])
  })
})
