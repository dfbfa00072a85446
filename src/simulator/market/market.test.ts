import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import type { Candle, Interval } from './candle.ts'
import { createMarket } from './create-market.ts'

const NOW = 1_795_257_600_345
const DAY = 86_400_000
const market = createMarket({ seed: 7, market: 'walking', syntheticContracts: 3 })
const btc = market.contract('BTCUSDT')

/** What smaller candles make together. */
function merged(parts: readonly Candle[]) {
  return {
    open: parts[0]!.open,
    close: parts.at(-1)!.close,
    high: parts.map((part) => Number(part.high)).reduce((a, b) => Math.max(a, b)),
    low: parts.map((part) => Number(part.low)).reduce((a, b) => Math.min(a, b)),
    volume: parts.reduce((sum, part) => sum + Number(part.volume), 0),
  }
}

function expectMadeOf(whole: Candle, parts: readonly Candle[]): void {
  const sum = merged(parts)
  expect(whole).toMatchObject({ open: sum.open, close: sum.close })
  expect([Number(whole.high), Number(whole.low)]).toEqual([sum.high, sum.low])
  expect(Number(whole.volume)).toBeCloseTo(sum.volume, 6)
}

const pairs: readonly (readonly [Interval, Interval])[] = [
  ['5m', '1m'],
  ['15m', '5m'],
  ['1h', '15m'],
  ['4h', '1h'],
  ['12h', '4h'],
  ['1d', '4h'],
  ['1w', '1d'],
  ['1M', '1d'],
]

describe('candles', () => {
  it('of every interval are made of the smaller ones, for any past moment', () => {
    const moments = fc.integer({ min: NOW - 1500 * DAY, max: NOW })
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        moments,
        fc.constantFrom('BTCUSDT', '1000PEPEUSDT', 'BTCUSD'),
        (pair, at, id) => {
          const [large, small] = pair
          const contract = market.contract(id)
          const whole = market.candle(contract, large, at, NOW)
          const range = { from: whole.start, to: whole.end - 1, count: 100, now: NOW }
          expectMadeOf(whole, market.candles(contract, small, range))
        },
      ),
      { numRuns: 120 },
    )
  })

  it('agree with the prices that were quoted while they were open', () => {
    const start = NOW - (NOW % 60_000)
    const quoted = Array.from({ length: 600 }, (_, index) => Number(market.quote(btc, start + index * 100).last))
    const candle = market.candle(btc, '1m', start, start + 60_000)
    expect(Number(candle.open)).toBe(quoted[0])
    expect(Math.max(...quoted)).toBeLessThanOrEqual(Number(candle.high))
    expect(Math.min(...quoted)).toBeGreaterThanOrEqual(Number(candle.low))
    expect(candle.close).toBe(market.quote(btc, start + 60_000).last)
  })

  it('go on from one to the next, newest last, and stop at the contract’s beginning', () => {
    const rows = market.candles(btc, '1d', { from: 0, to: NOW, count: 1000, now: NOW })
    expect(rows).toHaveLength(1000)
    for (const [index, row] of rows.slice(1).entries()) {
      expect(row.start).toBe(rows[index]!.end)
      expect(row.open).toBe(rows[index]!.close)
    }
    expect(rows.at(-1)!.closed).toBe(false)
    const weeks = market.candles(btc, '1w', { from: 0, to: NOW, count: 5000, now: NOW })
    expect(weeks[0]!.start).toBeGreaterThan(btc.launch - 7 * DAY)
  })

  it('open on Mondays and on the first of the month', () => {
    expect(new Date(market.candle(btc, '1w', NOW, NOW).start).getUTCDay()).toBe(1)
    expect(new Date(market.candle(btc, '1M', NOW, NOW).start).toISOString()).toBe('2026-11-01T00:00:00.000Z')
  })
})

describe('prices', () => {
  it('look like November 2026, on their grids, with a spread', () => {
    for (const contract of market.contracts) {
      const { last, bid, ask, mark, index } = market.quote(contract, NOW)
      expect(Math.abs(Number(last) / contract.anchor - 1)).toBeLessThan(0.25)
      expect(Number(ask)).toBeGreaterThan(Number(bid))
      for (const price of [last, bid, ask, mark, index]) {
        expect(price.split('.')[1]?.length ?? 0).toBe(contract.tick.split('.')[1]?.length ?? 0)
      }
    }
  })

  it('move little in a second, and return over years', () => {
    const yearly = Array.from({ length: 200 }, (_, index) => Number(market.quote(btc, NOW - index * 9 * DAY).last))
    expect(Math.max(...yearly)).toBeLessThan(96_400 * 3)
    expect(Math.min(...yearly)).toBeGreaterThan(96_400 / 3)
    const seconds = Array.from({ length: 600 }, (_, index) => Number(market.quote(btc, NOW + index * 1000).last))
    for (const [index, price] of seconds.slice(1).entries()) {
      expect(Math.abs(price / seconds[index]! - 1)).toBeLessThan(0.003)
    }
  })

  it('have enough contracts of every kind, and as many more as asked', () => {
    const perpetuals = market.listed('bybit').filter((each) => each.settle === 'USDT' && each.delivery === null)
    expect(perpetuals.length).toBeGreaterThanOrEqual(24)
    expect(market.find('bybit', 'BTCPERP')?.settle).toBe('USDC')
    expect(market.find('bybit', 'BTCUSD')?.form).toBe('inverse')
    expect(market.find('binance', 'BTCUSDT_261225')?.delivery).not.toBeNull()
    expect(market.find('binance', 'ETHBTC')).toMatchObject({ base: 'ETH', settle: 'BTC' })
    expect(market.find('binance', 'SYN003USDT')).not.toBeNull()
    expect(market.find('bybit', 'ETHBTC')).toBeNull()
  })

  it('are the same for the same seed alone', () => {
    const again = createMarket({ seed: 7, market: 'walking', syntheticContracts: 0 })
    const other = createMarket({ seed: 8, market: 'walking', syntheticContracts: 0 })
    expect(again.quote(again.contract('BTCUSDT'), NOW)).toEqual(market.quote(btc, NOW))
    expect(other.quote(other.contract('BTCUSDT'), NOW)).not.toEqual(market.quote(btc, NOW))
  })
})

describe('dated contracts', () => {
  it.each([
    ['2026-11-21', '2026-12-25T08:00:00.000Z', 'BTCUSDT-25DEC26'],
    ['2026-12-20', '2027-03-26T08:00:00.000Z', 'BTCUSDT-26MAR27'],
    ['2027-06-30', '2027-09-24T08:00:00.000Z', 'BTCUSDT-24SEP27'],
  ])('on %s deliver on %s', (day, delivery, symbol) => {
    const own = createMarket({ seed: 7, market: 'still', syntheticContracts: 0, listedAt: Date.parse(day) })
    expect(new Date(own.find('bybit', symbol)!.delivery!).toISOString()).toBe(delivery)
  })
})

describe('prices set by hand', () => {
  it('hold, appear in the candle, and walk on from there when released', () => {
    const own = createMarket({ seed: 7, market: 'walking', syntheticContracts: 0 })
    const contract = own.contract('BTCUSDT')
    const price = decimal('80000.00')
    own.setPrice(contract, NOW, { last: price, mark: decimal('80001.50'), index: price, then: 'hold' })
    expect(own.quote(contract, NOW + 60_000)).toMatchObject({ last: price, mark: '80001.50' })
    const candle = own.candle(contract, '1h', NOW, NOW + 60_000)
    expect(candle.low).toBe(price)
    expect(Number(candle.high)).toBeGreaterThan(90_000)
    own.release(contract, NOW + 120_000)
    expect(Number(own.quote(contract, NOW + 121_000).last)).toBeCloseTo(80_000, -3)
    expect(Number(own.quote(contract, NOW + 2 * DAY).last)).toBeCloseTo(
      Number(market.quote(btc, NOW + 2 * DAY).last),
      0,
    )
  })

  it('keep candles of all intervals made of one another', () => {
    const own = createMarket({ seed: 7, market: 'walking', syntheticContracts: 0 })
    const contract = own.contract('ETHUSDT')
    const price = decimal('3000.00')
    own.setPrice(contract, NOW, { last: price, mark: price, index: price, then: 'walk' })
    const later = NOW + 3 * 3_600_000
    const whole = own.candle(contract, '4h', NOW, later)
    const range = { from: whole.start, to: whole.end - 1, count: 500, now: later }
    expectMadeOf(whole, own.candles(contract, '5m', range))
  })

  it('stand still at their anchors in a still market', () => {
    const own = createMarket({ seed: 7, market: 'still', syntheticContracts: 0 })
    const contract = own.contract('BTCUSDT')
    const quotes = [0, 1000, DAY].map((ms) => own.quote(contract, NOW + ms))
    expect(new Set(quotes.map(({ last, mark }) => `${last} ${mark}`))).toEqual(new Set(['96400.00 96400.00']))
  })
})
