import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  abs,
  add,
  compare,
  decimal,
  div,
  equals,
  isZero,
  mul,
  negate,
  parseDecimal,
  round,
  sign,
  sub,
  sum,
  trim,
  type Decimal,
} from './decimal.ts'

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(18))
  .map(([units, scale]) => decimal(new Big(units.toString()).div(new Big(10).pow(scale)).toFixed(scale)))

const same = (ours: Decimal, theirs: Big) => expect(new Big(ours).eq(theirs)).toBe(true)

describe('Decimal against big.js', () => {
  it('adds, subtracts and multiplies exactly', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        same(add(a, b), new Big(a).plus(b))
        same(sub(a, b), new Big(a).minus(b))
        same(mul(a, b), new Big(a).times(b))
      }),
    )
  })

  it('divides with the stated scale and rounding', () => {
    const modes = [
      ['down', 0],
      ['half-even', 2],
    ] as const
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.nat(20), fc.constantFrom(...modes), (a, b, scale, [rounding, mode]) => {
        fc.pre(!isZero(b))
        const strict = Big()
        strict.DP = scale
        strict.RM = mode
        same(div(a, b, scale, rounding), new strict(a).div(b))
      }),
    )
  })

  it('rounds as big.js does and never lengthens', () => {
    fc.assert(
      fc.property(anyDecimal, fc.nat(12), (a, scale) => {
        same(round(a, scale, 'half-even'), new Big(a).round(scale, 2))
        same(round(a, scale, 'down'), new Big(a).round(scale, 0))
        expect(round(a, scale, 'down').length).toBeLessThanOrEqual(a.length + 1)
      }),
    )
  })

  it('orders, signs and negates', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(compare(a, b)).toBe(new Big(a).cmp(b))
        expect(sign(a)).toBe(new Big(a).cmp(0))
        same(negate(a), new Big(a).neg())
        same(abs(a), new Big(a).abs())
        expect(equals(a, add(a, decimal('0.000')))).toBe(true)
      }),
    )
  })

  it('keeps the value and drops only zeros when trimmed', () => {
    fc.assert(
      fc.property(anyDecimal, (a) => {
        same(trim(a), new Big(a))
        expect(trim(a)).not.toMatch(/\.\d*0$|\.$|^-0$/)
      }),
    )
  })
})

describe('parseDecimal', () => {
  it('keeps plain digits as stated', () => {
    for (const text of ['0', '84021.50', '-0.000', '10000.123456789012345678'])
      expect(parseDecimal(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['2.8E-4', '0.00028'],
    ['2.80056E-4', '0.000280056'],
    ['1e3', '1000'],
    ['+5', '5'],
    ['7.', '7'],
    ['-1.5e+2', '-150'],
  ])('writes %s as %s', (text, plain) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value: plain })
  })

  it.each(['', ' ', 'NaN', 'Infinity', '1,5', '--1', '1e9999', '0x10', '１'])('refuses “%s”', (text) => {
    expect(parseDecimal(text).ok).toBe(false)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseDecimal(text).ok === 'boolean'))
  })
})

it('sums nothing to zero and refuses to divide by zero', () => {
  expect(sum([])).toBe('0')
  expect(() => div(decimal('1'), decimal('0.00'), 2, 'down')).toThrow('zero')
})
