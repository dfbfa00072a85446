import { expect, test } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { openTestStore } from '../test/open-test-store.ts'
import { START, flow, main, other, reading } from '../test/rows.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test('a short curve is given reading by reading', () => {
  const { store } = openTestStore()
  store.appendEquity([0, 1, 2, 3].map((n) => reading(START + n * 1000, String(10 + n))))
  store.appendEquity([reading(START + 1000, '99', { account: other })])
  const points = store.equity(main, START + 1000, START + 2000, 100)
  expect(points.map(({ at, equity }) => [at - START, equity])).toEqual([
    [1000, '11'],
    [2000, '12'],
  ])
  expect(store.equity(main, START + DAY, START + 2 * DAY, 100)).toEqual([])
})

test('a long curve keeps to its number of points and still shows the spike and the newest reading', () => {
  const { store } = openTestStore()
  const all = Array.from({ length: 3600 }, (_, n) =>
    reading(START + n * 1000, n === 1777 ? '5000' : String(100 + (n % 7))),
  )
  store.appendEquity(all)
  const points = store.equity(main, START, START + HOUR, 300)
  expect(points.length).toBeLessThanOrEqual(300)
  expect(points.length).toBeGreaterThan(150)
  expect(points.map(({ equity }) => equity)).toContain('5000')
  expect(points[0]?.at).toBe(START)
  expect(points.at(-1)?.at).toBe(START + 3599 * 1000)
  expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).toSorted((one, two) => one - two))
  const two = store.equity(main, START, START + HOUR, 2)
  expect([two.length, two.at(-1)?.at]).toEqual([2, START + 3599 * 1000])
})

test('a stretch older than the seconds is read from a roll-up that still covers it', () => {
  const { store } = openTestStore()
  for (let n = 0; n < 10 * 24 * 4; n += 1) store.appendEquity([reading(START + n * 15 * MINUTE, String(n))])
  const first = store.equity(main, START, START + 2 * HOUR, 100)
  expect(first.map(({ at }) => at - START)).toEqual(Array.from({ length: 9 }, (_, n) => n * 15 * MINUTE))
  const whole = store.equity(main, 0, START + 100 * DAY, 200)
  expect(whole.length).toBeLessThanOrEqual(200)
  expect([whole[0]?.equity, whole.at(-1)?.equity]).toEqual(['0', '959'])
})

test('the equity at a moment is the last reading up to it, however coarse what is left of it', () => {
  const { store } = openTestStore()
  store.appendEquity([reading(START + 10, '1'), reading(START + 900, '2'), reading(START + 5000, '3')])
  const at = (moment: number) => store.equityAt(main, moment)?.equity ?? null
  expect([at(START + 9), at(START + 900), at(START + 4999), at(START + 9e9)]).toEqual([null, '2', '2', '3'])
  store.appendEquity([reading(START + 40 * DAY, '4'), reading(START + 41 * DAY + HOUR, '5')])
  expect([at(START + DAY), at(START + 40 * DAY), at(START + 41 * DAY)]).toEqual(['3', '4', '4'])
})

test('transfers up to each point are summed in the account’s money, and others are left out', () => {
  const { store } = openTestStore()
  store.appendEquity([0, 1000, 2000].map((after) => reading(START + after, '100', { currency: 'USD' })))
  store.appendFlows([
    flow({ flow: 'in', at: START + 500, amount: decimal('50.5'), asset: 'USDT' }),
    flow({ flow: 'out', at: START + 2000, amount: decimal('-20'), asset: 'USDC' }),
    flow({ flow: 'coin', at: START + 100, amount: decimal('3'), asset: 'BTC' }),
    flow({ flow: 'fee', at: START + 100, kind: 'fee' }),
  ])
  const sums = store.equity(main, START, START + 2000, 10).map(({ transfers }) => transfers)
  expect(sums).toEqual(['0', '50.5', '30.5'])
})

test('an account that changes its currency begins a new curve', () => {
  const { store } = openTestStore()
  store.appendEquity([reading(START, '9000', { currency: 'USDT' })])
  store.peakEquity(main)
  store.appendEquity([
    reading(START + 1000, '1', { currency: 'BTC' }),
    reading(START + 2000, '0.9', { currency: 'BTC' }),
  ])
  expect(store.equity(main, 0, START + DAY, 10).map(({ equity }) => equity)).toEqual(['1', '0.9'])
  expect(store.peakEquity(main)?.equity).toBe('1')
})
