import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, decimal, div, mul, sub, abs, equals } from '../../../../shared/decimal.ts'
import { directionTo, movedBy, priceFromChart, snapToTick } from './snap.ts'

const ticks = fc.constantFrom('0.10', '0.5', '0.01', '0.0001', '5', '0.000000001').map(decimal)
const prices = fc
  .tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.stringMatching(/^\d{1,10}$/))
  .map(([whole, part]) => decimal(`${whole}.${part}`))

describe('a price on the chart', () => {
  it('is the nearest one the contract can have, and never nothing', () => {
    fc.assert(
      fc.property(prices, ticks, (price, tick) => {
        const snapped = snapToTick(price, tick)
        expect(equals(mul(div(snapped, tick, 0, 'down'), tick), snapped)).toBe(true)
        expect(compare(snapped, tick)).toBeGreaterThanOrEqual(0)
        if (compare(price, tick) >= 0)
          expect(compare(mul(abs(sub(snapped, price)), decimal('2')), tick)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('moves by whole steps, and back to where it was', () => {
    fc.assert(
      fc.property(prices, ticks, fc.integer({ min: 1, max: 500 }), (price, tick, steps) => {
        const from = snapToTick(price, tick)
        const there = movedBy(from, tick, steps)
        expect(equals(sub(there, from), mul(tick, decimal(String(steps))))).toBe(true)
        expect(equals(movedBy(there, tick, -steps), from)).toBe(true)
      }),
    )
  })

  it('does not fall below one step', () => {
    expect(movedBy(decimal('0.2'), decimal('0.1'), -100)).toBe('0.1')
  })

  it.each([
    [96546.6499999, '0.10', '96546.6'],
    [96546.65001, '0.10', '96546.7'],
    [0.00001234567, '0.0000001', '0.0000123'],
    [96543.2, '5', '96545'],
    [96542.4, '5', '96540'],
  ])('is drawn at %s and kept by steps of %s as %s', (drawn, tick, price) => {
    expect(priceFromChart(drawn, decimal(tick))).toBe(price)
  })

  it.each([0, -5, Infinity, NaN])('is none at %s', (drawn) => {
    expect(priceFromChart(drawn, decimal('0.1'))).toBeNull()
  })

  it('is waited for from the side on which the price is', () => {
    expect(directionTo(decimal('97000'), decimal('96400'))).toBe('above')
    expect(directionTo(decimal('96000'), decimal('96400'))).toBe('below')
    expect(directionTo(decimal('96400.0'), decimal('96400'))).toBe('either')
    expect(directionTo(decimal('96400'), null)).toBe('either')
  })
})
