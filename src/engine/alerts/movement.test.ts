import { expect, it } from 'vitest'
import { decimal, trim } from '../../shared/decimal.ts'
import { fail, ok } from '../../shared/result.ts'
import { intervalMs } from '../market/intervals.ts'
import type { CandleAsk } from '../market/candle-house.ts'
import { failure } from '../test/fake-feed.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createMovement } from './movement.ts'
import { readPastFrom } from './past-prices.ts'
import { BTC, START } from './test/rows.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A market that was at 100 all the while, and at 90 for a moment so long ago. */
function stage(dipAgo: number, since = 0) {
  const clock = createManualClock(START)
  const far = { refusals: 0, asked: [] as CandleAsk[] }
  const movement = createMovement(
    readPastFrom(clock, async (ask) => {
      far.asked.push(ask)
      if (far.asked.length <= far.refusals) return fail(failure())
      const length = intervalMs[ask.interval]
      const candles = Array.from({ length: ask.count }, (_, index) => {
        const openedAt = ask.before - (ask.count - index) * length
        const dips = START - dipAgo >= openedAt && START - dipAgo < openedAt + length
        const price = decimal('100')
        const prices = { open: price, high: price, low: decimal(dips ? '90' : '100'), close: price }
        return { openedAt, ...prices, volume: decimal('1'), closed: true }
      })
      return ok(candles)
    }),
  )
  const hear = () => movement.heard(BTC, decimal('99'), clock.now())
  const moved = () => {
    const found = movement.moved(BTC, DAY, 'either', clock.now())
    return found === null ? null : trim(found)
  }
  movement.want([{ instrument: BTC, withinMs: DAY, since }])
  return { clock, far, hear, moved }
}

it('is known of what was before the program began, and not before that was read', async () => {
  const { clock, hear, moved } = stage(20 * HOUR)
  hear()
  expect(moved()).toBeNull()
  await clock.settle()
  expect(moved()).toBe('0.1')
  await clock.pass(5 * HOUR)
  hear()
  expect(moved()).toBe('-0.01')
})

it('is none of what was before a rule was made', async () => {
  const { clock, hear, moved } = stage(20 * HOUR, START - 10 * HOUR)
  hear()
  await clock.settle()
  expect(moved()).toBe('-0.01')
})

it('does without what cannot be read', async () => {
  const { clock, far, hear, moved } = stage(20 * HOUR)
  far.refusals = 2
  hear()
  await clock.pass(9_000)
  expect(moved()).toBeNull()
  await clock.pass(2_000)
  expect([moved(), far.asked.length]).toEqual(['0.1', 3])

  const blind = stage(20 * HOUR)
  blind.far.refusals = Infinity
  blind.hear()
  await blind.clock.pass(HOUR)
  blind.hear()
  expect([blind.moved(), blind.far.asked.length]).toEqual(['0', 3])
})

it('of a rule just made asks for nothing', () => {
  const { far, hear } = stage(HOUR, START)
  hear()
  expect(far.asked).toEqual([])
})
