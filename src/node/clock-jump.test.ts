import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeBeat, type ClockSample } from './clock-jump.ts'

const BEAT = 1000
const HOUR = 3_600_000
const start: ClockSample = { wall: 1_795_200_000_000, monotonic: 5_000, uptime: 90_000 }

function after(wall: number, monotonic: number, uptime: number) {
  return judgeBeat(
    start,
    { wall: start.wall + wall, monotonic: start.monotonic + monotonic, uptime: start.uptime + uptime },
    BEAT,
  )
}

test.each([
  ['a beat in time', 1000, 1000, 1000],
  ['a beat somewhat late', 4000, 4000, 4000],
  ['an uptime that only counts whole seconds', 1000, 1000, 2000],
  ['a wall clock slewed by its daemon', 1200, 1000, 1000],
])('%s is nothing', (_, wall, monotonic, uptime) => {
  expect(after(wall, monotonic, uptime)).toEqual([])
})

test('three hours of sleep are seen where the monotonic clock stands still and where it runs on', () => {
  expect(after(3 * HOUR + 1000, 1000, 3 * HOUR + 1000)).toEqual([{ kind: 'sleep', byMs: 3 * HOUR }])
  expect(after(3 * HOUR + 1000, 3 * HOUR + 1000, 3 * HOUR + 1000)).toEqual([{ kind: 'sleep', byMs: 3 * HOUR }])
})

test('a process stopped for a minute slept too', () => {
  expect(after(61_000, 61_000, 61_000)).toEqual([{ kind: 'sleep', byMs: 60_000 }])
})

test.each([90_000, -90_000, 1500, -HOUR])('a wall clock set by %i ms is a step', (byMs) => {
  expect(after(1000 + byMs, 1000, 1000)).toEqual([{ kind: 'step', byMs }])
})

test('a machine that wakes with a corrected clock slept and was set', () => {
  expect(after(HOUR + 1000 - 90_000, 1000, HOUR + 1000)).toEqual([
    { kind: 'sleep', byMs: HOUR },
    { kind: 'step', byMs: -90_000 },
  ])
})

test('no time is lost or invented: the jumps tell what the wall clock gained, within the tolerances', () => {
  const sleep = fc.integer({ min: 0, max: 100 * HOUR })
  const step = fc.integer({ min: -100 * HOUR, max: 100 * HOUR })
  fc.assert(
    fc.property(sleep, step, fc.boolean(), (slept, stepped, standsStill) => {
      const jumps = after(1000 + slept + stepped, standsStill ? 1000 : 1000 + slept, 1000 + slept)
      const told = jumps.reduce((sum, jump) => sum + jump.byMs, 0)
      expect(Math.abs(told - slept - stepped)).toBeLessThanOrEqual(5000 + 2500)
    }),
  )
})
