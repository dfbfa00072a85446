import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { formatAmount, readLocale } from '../../shared/format/amount.ts'
import { readAmount } from './read-amount.ts'

const english = readLocale('en')
const russian = readLocale('ru')

describe('an amount as it is typed', () => {
  it.each([
    ['97000', '97000'],
    ['97,000.5', '97000.5'],
    ['1,234,567', '1234567'],
    [' .5 ', '0.5'],
    ['12.', '12'],
    ['−3.25', '-3.25'],
    ['0.00000001', '0.00000001'],
  ])('in English: %s', (typed, read) => {
    expect(readAmount(typed, english)).toBe(read)
  })

  it.each([
    ['0,5', '0.5'],
    ['97\u00a0000,5', '97000.5'],
    ['97 000', '97000'],
    ['0.5', '0.5'],
  ])('in Russian: %s', (typed, read) => {
    expect(readAmount(typed, russian)).toBe(read)
  })

  it.each(['', 'abc', '1,5', '1,00,000', '1.2.3', '1e5', '--1', '12 %'])('is no number in English: %s', (typed) => {
    expect(readAmount(typed, english)).toBeNull()
  })

  it.each(['1,5,0', '1.000,5', 'сто'])('is no number in Russian: %s', (typed) => {
    expect(readAmount(typed, russian)).toBeNull()
  })

  it('is read as it was written, in every language, to the last digit', () => {
    const amounts = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.stringMatching(/^\d{0,12}$/))
    fc.assert(
      fc.property(amounts, fc.constantFrom('en', 'ru', 'bg'), ([whole, part], language) => {
        const amount = decimal(part === '' ? String(whole) : `${whole}.${part}`)
        const written = formatAmount(amount, readLocale(language))
        const negativeZero = /^-[0.]*$/.test(amount)
        expect(readAmount(written, readLocale(language))).toBe(negativeZero ? amount.slice(1) : amount)
      }),
    )
  })
})
