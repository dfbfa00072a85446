import { expect, onTestFinished, test, vi } from 'vitest'
import type { ClockJump } from '../engine/ports/clock.ts'
import { createNodeClock } from './clock.ts'
import type { ClockSample } from './clock-jump.ts'

function clockWith(sample?: () => ClockSample) {
  const clock = createNodeClock(sample === undefined ? {} : { sample })
  onTestFinished(() => clock.stop())
  return clock
}

test('timers run in the order they are due, and a stopped one never', async () => {
  const clock = clockWith()
  const ran: string[] = []
  const stopped = clock.after(1, () => ran.push('stopped'))
  await new Promise<void>((resolve) => {
    clock.after(20, () => {
      ran.push('late')
      resolve()
    })
    clock.after(5, () => ran.push('early'))
    stopped()
    stopped()
  })
  expect(ran).toEqual(['early', 'late'])
})

test('stop ends every waiting timer', async () => {
  const clock = clockWith()
  const run = vi.fn()
  clock.after(1, run)
  clock.stop()
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(run).not.toHaveBeenCalled()
})

test('a timer set after the stop runs: something must watch over the end of the program', async () => {
  const clock = clockWith()
  clock.stop()
  await new Promise<void>((resolve) => void clock.after(1, resolve))
})

test('a wait longer than a timer can count does not run at once', async () => {
  const clock = clockWith()
  const run = vi.fn()
  const stop = clock.after(40 * 86_400_000, run)
  await new Promise((resolve) => setTimeout(resolve, 10))
  stop()
  expect(run).not.toHaveBeenCalled()
})

test('wall time is the system’s and monotonic time never goes back', () => {
  const clock = clockWith()
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50)
  const first = clock.monotonic()
  expect(clock.monotonic()).toBeGreaterThanOrEqual(first)
})

test('the heartbeat tells of a step it finds, once', async () => {
  const offset = { wall: 0 }
  const clock = clockWith(() => ({
    wall: Date.now() + offset.wall,
    monotonic: performance.now(),
    uptime: performance.now(),
  }))
  const told: ClockJump[] = []
  const heard = new Promise<void>((resolve) => {
    clock.onJump((jump) => {
      told.push(jump)
      resolve()
    })
  })
  offset.wall = -90_000
  await heard
  expect(told.map(({ kind, byMs }) => [kind, Math.round(byMs / 1000)])).toEqual([['step', -90]])
})

test('a wake-up the host reports is told to everyone still listening', () => {
  const clock = clockWith()
  const told: ClockJump[] = []
  const silent = vi.fn()
  clock.onJump((jump) => told.push(jump))
  clock.onJump(silent)()
  clock.reportJump('sleep', 10_800_000)
  clock.reportJump('sleep', 10_799_000)
  expect(told).toEqual([{ kind: 'sleep', byMs: 10_800_000 }])
  expect(silent).not.toHaveBeenCalled()
})
