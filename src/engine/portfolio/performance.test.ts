import { describe, expect, it } from 'vitest'
import { amount, START } from '../account/test/samples.ts'
import { performanceOf, raisedPeak, type Past } from './performance.ts'

const past: Past = {
  today: START,
  start: { at: START, equity: amount('1000') },
  peak: { at: START - 1_000, equity: amount('1200') },
  transfers: [],
}

function moved(...amounts: readonly string[]): Past {
  return { ...past, transfers: amounts.map((text, index) => ({ at: START + 1 + index, amount: amount(text) })) }
}

describe('performance', () => {
  it('is measured from the day’s start and from the peak', () => {
    expect(performanceOf(amount('900'), past)).toEqual({
      peakEquity: '1200',
      drawdown: '0.25',
      keptOfPeak: '900',
      todayPnl: '-100',
      todayBase: '1000',
      todayReturn: '-0.1',
      todaySince: null,
    })
  })

  it('does not take a deposit for profit', () => {
    expect(performanceOf(amount('2000'), moved('1000'))).toMatchObject({
      todayPnl: '0',
      todayBase: '2000',
      todayReturn: '0',
      drawdown: '0.16666667',
    })
  })

  it('does not take a withdrawal for a loss', () => {
    expect(performanceOf(amount('400'), moved('-600'))).toMatchObject({
      todayPnl: '0',
      todayBase: '1000',
      keptOfPeak: '1000',
    })
  })

  it('counts a transfer once for the day and once for the peak, each since its moment', () => {
    const before = { ...past, transfers: [{ at: START - 500, amount: amount('100') }] }
    expect(performanceOf(amount('1100'), before)).toMatchObject({ todayPnl: '100', keptOfPeak: '1000' })
  })

  it('shows a new peak as no drawdown', () => {
    expect(performanceOf(amount('1300'), past)).toMatchObject({ peakEquity: '1300', drawdown: '0' })
  })

  it('says since when the day is counted if not from its start', () => {
    expect(performanceOf(amount('900'), { ...past, today: START - 60_000 }).todaySince).toBe(START)
    expect(performanceOf(amount('900'), { ...past, today: START + 60_000 }).todaySince).toBeNull()
  })

  it('is unknown without a past', () => {
    expect(performanceOf(amount('1'), { today: START, start: null, peak: null, transfers: [] })).toMatchObject({
      todayPnl: null,
      todayReturn: null,
      drawdown: null,
      peakEquity: null,
    })
  })
})

describe('the peak', () => {
  it('rises by earnings', () => {
    const now = { at: START + 9, equity: amount('1201') }
    expect(raisedPeak(now, past)).toBe(now)
  })

  it('does not rise by a deposit', () => {
    expect(raisedPeak({ at: START + 9, equity: amount('2000') }, moved('1000'))).toBe(past.peak)
  })

  it('rises after a withdrawal when what is left earned more', () => {
    const now = { at: START + 9, equity: amount('250') }
    expect(raisedPeak(now, moved('-1000'))).toBe(now)
  })
})
