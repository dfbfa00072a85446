import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EquityReading, Store } from '../../engine/ports/store.ts'
import type { FlowRow } from '../../shared/account-rows.ts'
import { add, compare, decimal, type Decimal } from '../../shared/decimal.ts'
import { openTestStore } from '../test/open-test-store.ts'
import { START, flow, main, reading } from '../test/rows.ts'
import { earned } from './transfer-sum.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function peakOf(store: Store): string | null {
  const peak = store.peakEquity(main)
  return peak === null ? null : earned(decimal(peak.equity), decimal(peak.transfers))
}

test('there is no peak before the first reading, and it is kept once the roll-ups that saw it are gone', async () => {
  const { store, file } = openTestStore()
  expect(store.peakEquity(main)).toBeNull()
  store.appendEquity([reading(START, '100'), reading(START + 1500, '777.70'), reading(START + 1600, '100')])
  for (let day = 1; day < 40; day += 1) store.appendEquity([reading(START + day * 24 * HOUR, '200')])
  const expected = { at: START + 1500, equity: '777.70', transfers: '0' }
  expect(store.peakEquity(main)).toEqual(expected)
  await store.close()
  expect(openTestStore(file).store.peakEquity(main)).toEqual(expected)
})

test('a deposit sets no peak and a withdrawal loses none', () => {
  const { store } = openTestStore()
  store.appendEquity([reading(START, '1000'), reading(START + 2 * HOUR, '1900')])
  store.appendFlows([flow({ flow: 'in', at: START + HOUR, amount: decimal('1000') })])
  expect(peakOf(store)).toBe('1000')
  store.appendFlows([flow({ flow: 'out', at: START + 3 * HOUR, amount: decimal('-1500') })])
  store.appendEquity([reading(START + 4 * HOUR, '520')])
  expect(peakOf(store)).toBe('1020')
})

test('a reading taken while a withdrawal is under way sets no false peak', () => {
  const { store } = openTestStore()
  store.appendEquity([reading(START, '1000')])
  store.appendFlows([flow({ at: START + MINUTE, amount: decimal('-900') })])
  store.appendEquity([reading(START + MINUTE + 500, '1000'), reading(START + MINUTE + 20_000, '100')])
  expect(peakOf(store)).toBe('1000')
})

test('a transfer that becomes known late corrects the peak', () => {
  const { store } = openTestStore()
  store.appendEquity([reading(START, '1000'), reading(START + MINUTE, '3000')])
  expect(peakOf(store)).toBe('3000')
  store.appendFlows([flow({ at: START + 30_000, amount: decimal('2000') })])
  expect(peakOf(store)).toBe('1000')
})

/** Minutes at which money moves, and readings on the half minute between them: never too near to a transfer. */
const story = fc.record({
  moves: fc.uniqueArray(fc.tuple(fc.nat(180), fc.integer({ min: -400, max: 400 })), {
    maxLength: 6,
    selector: ([minute]) => minute,
  }),
  readings: fc.uniqueArray(fc.tuple(fc.nat(180), fc.integer({ min: 0, max: 2000 })), {
    minLength: 1,
    maxLength: 40,
    selector: ([minute]) => minute,
  }),
})

test('followed or searched for, the peak is the highest equity without what was moved in', async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.boolean(), async ({ moves, readings }, followed) => {
      const flows = moves.map(([minute, amount]) =>
        flow({ flow: `w${minute}`, at: START + minute * MINUTE, amount: decimal(String(amount)) }),
      )
      const all = readings
        .map(([minute, equity]) => reading(START + (minute + 0.5) * MINUTE, String(equity)))
        .sort((one, two) => one.at - two.at)
      const { store, file } = openTestStore()
      store.appendFlows(flows)
      for (const one of all) {
        store.appendEquity([one])
        if (followed) store.peakEquity(main)
      }
      expect(peakOf(store)).toBe(highest(all, flows))
      await store.close()
      expect(peakOf(openTestStore(file).store)).toBe(highest(all, flows))
    }),
    { numRuns: 40 },
  )
})

function highest(readings: readonly EquityReading[], flows: readonly FlowRow[]): Decimal | undefined {
  return readings
    .map(({ at, equity }) => earned(decimal(equity), movedUpTo(flows, at)))
    .sort(compare)
    .at(-1)
}

function movedUpTo(flows: readonly FlowRow[], at: number): Decimal {
  return flows.filter((one) => one.at <= at).reduce((sum, { amount }) => add(sum, amount), decimal('0'))
}
