import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Position } from '../account/event.ts'
import { amount, position } from '../account/test/samples.ts'
import type { Instrument } from '../market/instrument.ts'
import { inverse, linear, price } from './test/market.ts'
import { AMOUNT_DIGITS, RATIO_DIGITS, valuePosition } from './value.ts'

const prices = fc.integer({ min: 1, max: 10 ** 9 }).map((cents) => new Big(cents).div(100).toFixed(2))
const sizes = fc.integer({ min: 1, max: 10 ** 9 }).map((steps) => new Big(steps).div(1000).toFixed(3))
const sides = fc.constantFrom<Position['side']>('long', 'short')

function valued(changes: Partial<Position>, instrument: Instrument, mark: string) {
  return valuePosition(position(changes), instrument, price({ mark: amount(mark) }))
}

function rounded(value: Big, digits: number): string {
  return new Big(value.round(digits, Big.roundHalfEven)).toFixed()
}

describe('a linear position', () => {
  it('is exact at any price, entry and size', () => {
    fc.assert(
      fc.property(prices, prices, sizes, sides, (entry, mark, size, side) => {
        const value = valued({ entry: amount(entry), size: amount(size), side }, linear, mark)
        const long = new Big(mark).minus(entry).times(size)
        expect(value.unrealisedPnl).toBe((side === 'long' ? long : long.times(-1)).toFixed())
        expect(value.notional).toBe(new Big(mark).times(size).toFixed())
      }),
    )
  })

  it('gives the figures of the documented scenario', () => {
    const value = valued({ entry: amount('84000'), size: amount('0.050') }, linear, '84021.5')
    expect(value).toMatchObject({ unrealisedPnl: '1.075', notional: '4201.075', liquidationDistance: '0.16687991' })
  })

  it('counts a contract of many units', () => {
    expect(
      valued({ entry: amount('10'), size: amount('3') }, { ...linear, contractSize: amount('100') }, '11'),
    ).toMatchObject({ unrealisedPnl: '300', notional: '3300' })
  })
})

describe('an inverse position', () => {
  it('is exact to twelve digits at any price, entry and size', () => {
    fc.assert(
      fc.property(prices, prices, sizes, sides, (entry, mark, size, side) => {
        const value = valued({ entry: amount(entry), size: amount(size), side }, inverse, mark)
        Big.DP = 40
        const long = new Big(size).times(new Big(mark).minus(entry)).div(new Big(entry).times(mark))
        expect(value.unrealisedPnl).toBe(rounded(side === 'long' ? long : long.times(-1), AMOUNT_DIGITS))
        expect(value.notional).toBe(rounded(new Big(size).div(mark), AMOUNT_DIGITS))
      }),
    )
  })

  it('gives the figure of the exchange’s own sample', () => {
    const value = valued({ side: 'short', size: amount('300'), entry: amount('27464.50441675') }, inverse, '28224.5')
    expect(new Big(value.unrealisedPnl ?? '0').toFixed(8)).toBe('-0.00029413')
  })
})

describe('margins', () => {
  it('of cross positions move with the mark price', () => {
    const cross = { initialMargin: amount('420'), maintenanceMargin: amount('21'), statedMark: amount('84000') }
    expect(valued(cross, linear, '92400')).toMatchObject({ initialMargin: '462', maintenanceMargin: '23.1' })
    expect(valued(cross, inverse, '42000')).toMatchObject({ initialMargin: '840', maintenanceMargin: '42' })
  })

  it('of isolated positions move for maintenance only', () => {
    const isolated = { marginMode: 'isolated', statedMark: amount('84000') } as const
    expect(valued(isolated, linear, '92400')).toMatchObject({ initialMargin: '420', maintenanceMargin: '23.1' })
  })

  it('stay as stated when the price they were stated at is unknown', () => {
    expect(valued({ statedMark: null }, linear, '92400')).toMatchObject({
      initialMargin: '420',
      maintenanceMargin: '21',
    })
  })

  it('not stated leave ROI to entry value over leverage, and without leverage unknown', () => {
    const none = { initialMargin: null, entry: amount('84000'), size: amount('1'), leverage: amount('10') }
    expect(valued(none, linear, '84840').roi).toBe(rounded(new Big(840).div(8400), RATIO_DIGITS))
    expect(valued({ ...none, leverage: null }, linear, '84840').roi).toBeNull()
  })
})

describe('what is not known', () => {
  it('stays unknown without a mark price', () => {
    const value = valuePosition(position({ statedMark: null, statedPnl: null }), linear, null)
    expect(value).toMatchObject({ mark: null, markAt: null, notional: null, unrealisedPnl: null, roi: null })
  })

  it('falls back to what the exchange stated, dated by it', () => {
    const stated = position({ statedMark: amount('84100') })
    expect(valuePosition(stated, linear, null)).toMatchObject({
      mark: '84100',
      markAt: stated.recency.at,
      unrealisedPnl: '5',
    })
  })

  it('keeps the stated PnL of an instrument that is not listed', () => {
    const value = valuePosition(position({ statedPnl: amount('7') }), null, price({ mark: amount('1') }))
    expect(value).toMatchObject({ unrealisedPnl: '7', notional: null })
  })

  it('knows a legitimate zero from an unknown', () => {
    expect(valued({ entry: amount('84000') }, linear, '84000.0').unrealisedPnl).toBe('0')
  })

  it('takes a liquidation price of zero for none', () => {
    expect(valued({ liquidation: amount('0') }, linear, '84000').liquidationDistance).toBeNull()
  })
})
