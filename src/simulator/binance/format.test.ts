import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, equals, parseDecimal, round, type Decimal } from '../../shared/decimal.ts'
import { fixed, looseNumber, money, moneyOrBareZero, onGrid, onGridOrBareZero } from './format.ts'

const anyAmount = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 14 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
    const whole = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
    return decimal(`${units < 0n ? '-' : ''}${whole}`)
  })

function read(text: string): Decimal {
  const amount = parseDecimal(text)
  if (!amount.ok) throw new Error(`unreadable ${text}`)
  return amount.value
}

describe('amounts as the venue prints them', () => {
  it('pads money to eight digits, or leaves a bare zero', () => {
    expect(money(decimal('5000'))).toBe('5000.00000000')
    expect(money(decimal('-0.000000001'))).toBe('0.00000000')
    expect(moneyOrBareZero(decimal('0.000'))).toBe('0')
  })

  it('prints quantities on the step of their contract', () => {
    expect(onGrid(decimal('0.05'), decimal('0.001'))).toBe('0.050')
    expect(onGrid(decimal('-10'), decimal('1'))).toBe('-10')
    expect(onGridOrBareZero(decimal('0.000'), decimal('0.001'))).toBe('0')
  })

  it('prints tiny prices in scientific notation', () => {
    expect(looseNumber(decimal('0.00028'))).toBe('2.8E-4')
    expect(looseNumber(decimal('0.000280056'))).toBe('2.80056E-4')
    expect(looseNumber(decimal('0.0001'))).toBe('1.0E-4')
    expect(looseNumber(decimal('0.0028'))).toBe('0.0028')
    expect(looseNumber(decimal('91000'))).toBe('91000.0')
    expect(looseNumber(decimal('0'))).toBe('0.0')
  })

  it('loses no digit of a loose number', () => {
    fc.assert(fc.property(anyAmount, (amount) => equals(read(looseNumber(amount)), amount)))
  })

  it('rounds to the asked scale and never prints a negative zero', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 10 }), (amount, scale) => {
        const printed = fixed(amount, scale)
        expect(printed).not.toMatch(/^-0(?:\.0*)?$/)
        expect(equals(read(printed), round(amount, scale, 'half-even'))).toBe(true)
      }),
    )
  })
})
