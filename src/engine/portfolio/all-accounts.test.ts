import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TotalRow } from '../../shared/account-rows.ts'
import { accountId } from '../../shared/ids.ts'
import { amount, at, balance, START, stateOf, totals } from '../account/test/samples.ts'
import { allAccounts, type Part } from './all-accounts.ts'
import { UNKNOWN_PERFORMANCE } from './performance.ts'
import { collectRates, exchangeRate } from './rates.ts'

function total(changes: Partial<TotalRow> = {}): TotalRow {
  return {
    account: accountId('a'),
    currency: 'USDT',
    equity: amount('100'),
    wallet: amount('90'),
    available: amount('50'),
    positionValue: amount('200'),
    unrealisedPnl: amount('10'),
    marginBalance: amount('100'),
    initialMargin: amount('20'),
    maintenanceMargin: amount('2'),
    marginRatio: amount('0.02'),
    peakEquity: null,
    drawdown: null,
    todayPnl: null,
    todayReturn: null,
    todaySince: null,
    positions: 1,
    leftOut: [],
    freshness: 'live',
    at: START,
    heardAt: START,
    source: 'computed',
    ...changes,
  }
}

function part(label: string, changes: Partial<TotalRow> = {}, rest: Partial<Part> = {}): Part {
  const row = total(changes)
  return { label, freshness: row.freshness, total: row, performance: UNKNOWN_PERFORMANCE, ...rest }
}

/** A dollar account that states what its coins are worth. */
const dollars = stateOf({
  totals: totals({ currency: 'USD' }),
  balances: [balance({ rate: amount('1.0002') }), balance({ asset: 'BTC', rate: amount('84000') })],
})
const rates = collectRates([dollars])
const none = collectRates([])

describe('all accounts', () => {
  it('of one currency are the plain sum of their rows', () => {
    const sum = allAccounts([part('A'), part('B', { equity: amount('0.5'), positions: 3 })], none, START)
    expect(sum).toMatchObject({
      account: 'all',
      currency: 'USDT',
      equity: '100.5',
      wallet: '180',
      positions: 4,
      leftOut: [],
    })
  })

  it('are exactly that sum, whatever the amounts', () => {
    const amounts = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((units) => new Big(units).div(10_000).toFixed())
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 6 }), (equities) => {
        const parts = equities.map((equity, index) => part(`A${index}`, { equity: amount(equity) }))
        const sum = equities.reduce((total, equity) => total.plus(equity), new Big(0))
        expect(allAccounts(parts, none, START).equity).toBe(sum.toFixed())
      }),
    )
  })

  it('of two currencies are summed in dollars at a rate an account states', () => {
    const sum = allAccounts([part('A', { currency: 'USD' }), part('B')], rates, START)
    expect(sum).toMatchObject({ currency: 'USD', equity: '200.02', leftOut: [] })
  })

  it('never assume parity: without a rate the account is named and left out', () => {
    const sum = allAccounts([part('A', { currency: 'USD' }), part('B')], none, START)
    expect(sum).toMatchObject({ currency: 'USD', equity: '100', leftOut: ['B'] })
  })

  it('name what their parts leave out', () => {
    expect(allAccounts([part('A', { leftOut: ['BNB'] })], none, START).leftOut).toEqual(['A: BNB'])
  })

  it('do not know a figure that one of them does not know', () => {
    const sum = allAccounts([part('A'), part('B', { available: null })], none, START)
    expect(sum).toMatchObject({ available: null, equity: '200' })
  })

  it('name an account that was never read', () => {
    const sum = allAccounts([part('A'), part('New', {}, { total: null, freshness: 'checking' })], none, START)
    expect(sum).toMatchObject({ equity: '100', leftOut: ['New'], freshness: 'checking' })
  })

  it.each([
    [['live', 'live'], 'live'],
    [['live', 'checking'], 'checking'],
    [['live', 'stale'], 'stale'],
    [['live', 'down'], 'stale'],
    [['down', 'down'], 'down'],
  ] as const)('that are %s together are %s', (parts, whole) => {
    const all = parts.map((freshness, index) => part(`A${index}`, { freshness }))
    expect(allAccounts(all, none, START).freshness).toBe(whole)
  })

  it('take the margin ratio of the account nearest to liquidation', () => {
    const sum = allAccounts([part('A', { marginRatio: amount('0.9') }), part('B')], none, START)
    expect(sum.marginRatio).toBe('0.9')
  })

  it('add up what each made of its day and kept of its peak', () => {
    const did = (kept: string, pnl: string) => ({
      performance: {
        peakEquity: amount('200'),
        drawdown: null,
        keptOfPeak: amount(kept),
        todayPnl: amount(pnl),
        todayBase: amount('100'),
        todayReturn: null,
        todaySince: null,
      },
    })
    expect(allAccounts([part('A', {}, did('100', '5')), part('B', {}, did('200', '-15'))], none, START)).toMatchObject({
      peakEquity: '400',
      drawdown: '0.25',
      todayPnl: '-10',
      todayReturn: '-0.05',
    })
  })

  it('count the day from when the last of them is counted', () => {
    const since = (todaySince: number | null) => ({ performance: { ...UNKNOWN_PERFORMANCE, todaySince } })
    const sum = (...times: readonly (number | null)[]) =>
      allAccounts(
        times.map((time, index) => part(`A${index}`, {}, since(time))),
        none,
        START,
      ).todaySince
    expect([sum(null, null), sum(null, START), sum(START + 5, START)]).toEqual([null, START, START + 5])
  })

  it('that hold nothing know nothing', () => {
    expect(allAccounts([part('New', {}, { total: null })], none, START)).toMatchObject({
      equity: null,
      marginRatio: null,
    })
  })
})

describe('exchange rates', () => {
  it('go through the currency in which both are stated', () => {
    expect(exchangeRate(rates, 'BTC', 'USDT')?.slice(0, 12)).toBe('83983.203359')
    expect(exchangeRate(rates, 'USD', 'BTC')?.slice(0, 10)).toBe('0.00001190')
    expect(exchangeRate(rates, 'USDT', 'USDT')).toBe('1')
  })

  it('are unknown for what nobody states', () => {
    expect(exchangeRate(rates, 'DOGE', 'USD')).toBeNull()
  })

  it('are those stated last', () => {
    const later = stateOf({
      totals: totals({ currency: 'USD' }),
      balances: [balance({ rate: amount('0.9'), recency: at(5_000) })],
    })
    expect(exchangeRate(collectRates([later, dollars]), 'USDT', 'USD')).toBe('0.9')
  })
})
