import { expect, it } from 'vitest'
import { createManualClock } from '../test/manual-clock.ts'
import { createTimeSense } from './time-sense.ts'

const START = 1_795_000_000_000

function stage() {
  const clock = createManualClock(START)
  const sense = createTimeSense(clock)
  /** Whether each of so many looks, so far apart, may believe what it sees. */
  const looks = (count: number, apartMs: number) =>
    Array.from({ length: count }, () => {
      clock.advance(apartMs)
      return sense.isSteady()
    })
  return { clock, sense, looks }
}

it('is steady while looks come as they are planned', () => {
  expect(stage().looks(5, 1_000)).toEqual([true, true, true, true, true])
})

it.each([8 * 3_600_000, -3_600_000])('waits for the clock to tell of %d ms', (byMs) => {
  const { clock, sense, looks } = stage()
  clock.slip(byMs)
  expect(looks(2, 1_000)).toEqual([false, false])
  sense.told()
  expect(looks(2, 1_000)).toEqual([true, true])
})

it('does not wait long for what nobody tells of', () => {
  const { clock, looks } = stage()
  clock.slip(2_000)
  expect(looks(6, 1_000)).toEqual([false, false, false, true, true, true])
})

it('still looks where every look is late', () => {
  expect(stage().looks(6, 61_000)).toEqual([false, false, true, false, false, true])
})
