import { describe, expect, it } from 'vitest'
import type { Candle } from './candle.ts'
import { createMarket } from './create-market.ts'

const NOW = 1_795_257_600_345
const DAY = 86_400_000
const market = createMarket({ seed: 7, market: 'walking', syntheticContracts: 0 })

function minutes(id: string, days: number): readonly Candle[] {
  const contract = market.contract(id)
  return market.candles(contract, '1m', { from: NOW - days * DAY, to: NOW, count: 50_000, now: NOW })
}

function rangeOf({ high, low, open }: Candle): number {
  return (Number(high) - Number(low)) / Number(open)
}

function longestRun(values: readonly unknown[]): number {
  let [run, longest] = [0, 0]
  values.forEach((value, index) => {
    run = index > 0 && value === values[index - 1] ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}

/** Of each value with the next. */
function correlation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const away = values.map((value) => value - mean)
  const variance = away.reduce((sum, each) => sum + each * each, 0)
  return away.slice(1).reduce((sum, each, index) => sum + each * (away[index] ?? 0), 0) / variance
}

describe.each(['BTCUSDT', 'ETHUSDT', 'SOLUSDT'])('a month of minutes of %s', (id) => {
  const candles = minutes(id, 30)

  it('is never flat and never runs away', () => {
    expect(candles.length).toBeGreaterThan(43_000)
    expect(candles.filter(({ high, low, closed }) => closed && high === low)).toEqual([])
    expect(longestRun(candles.map(({ close }) => close))).toBeLessThanOrEqual(5)
    expect(candles.filter(({ open, close }) => Math.abs(Number(close) / Number(open) - 1) > 0.03)).toEqual([])
  })

  it('has no wall: prices seldom stop at one high or low', () => {
    expect(longestRun(candles.map(({ high }) => high))).toBeLessThanOrEqual(5)
    expect(longestRun(candles.map(({ low }) => low))).toBeLessThanOrEqual(5)
  })

  it('has lively and quiet hours', () => {
    const ranges = candles.map((candle) => Math.log(rangeOf(candle) + 1e-6))
    expect(correlation(ranges)).toBeGreaterThan(0.4)
    const sorted = ranges.toSorted((a, b) => a - b)
    const share = (part: number): number => Math.exp(sorted[Math.floor(part * sorted.length)] ?? 0)
    expect(share(0.95) / share(0.05)).toBeGreaterThan(3)
    expect(share(0.99) / share(0.5)).toBeLessThan(12)
  })

  it('has bodies and wicks of every size', () => {
    const parts = candles.map(({ open, close, high, low }) => {
      return Math.abs(Number(close) - Number(open)) / (Number(high) - Number(low) || 1)
    })
    for (const part of [0, 0.2, 0.4, 0.6]) {
      const within = parts.filter((share) => share >= part && share < part + 0.2)
      expect(within.length / parts.length).toBeGreaterThan(0.04)
    }
  })
})

it('a market is made in a moment', () => {
  const started = performance.now()
  createMarket({ seed: 11, market: 'walking', syntheticContracts: 0 })
  expect(performance.now() - started).toBeLessThan(500)
})
