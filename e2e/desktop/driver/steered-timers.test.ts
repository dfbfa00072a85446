import { afterEach, beforeEach, expect, it } from 'vitest'
import { steerTimers } from './steered-timers.ts'

const real = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval }
const clock = { ahead: 0, hurry: (): unknown => undefined }
beforeEach(() => {
  clock.ahead = 0
  clock.hurry = steerTimers(() => performance.now() + clock.ahead)
})
afterEach(() => Object.assign(globalThis, real))

/** Moves the clock on, and lets what is due now happen. */
async function pass(ms: number): Promise<void> {
  clock.ahead += ms
  clock.hurry()
  await new Promise((resolve) => real.setTimeout(resolve, 15))
}

it('fires what falls due, in order, and nothing else', async () => {
  const fired: string[] = []
  setTimeout(() => fired.push('later'), 40_000)
  setTimeout(() => fired.push('second'), 20_000)
  setTimeout((name: string) => fired.push(name), 10_000, 'first')
  clearTimeout(setTimeout(() => fired.push('never'), 5_000))
  await pass(30_000)
  expect(fired).toEqual(['first', 'second'])
  await pass(20_000)
  expect(fired).toEqual(['first', 'second', 'later'])
})

it('repeats an interval once for each stride that reaches it', async () => {
  const fired: number[] = []
  const timer = setInterval(() => fired.push(1), 10_000)
  for (let stride = 0; stride < 6; stride += 1) await pass(5_001)
  clearInterval(timer)
  await pass(60_000)
  expect(fired.length).toBe(3)
})

it('begins a wait anew when it is refreshed, also one that has fired', async () => {
  const fired: number[] = []
  const timer = setTimeout(() => fired.push(1), 10_000)
  await pass(8_000)
  timer.refresh()
  await pass(8_000)
  expect(fired.length).toBe(0)
  await pass(8_000)
  expect(fired.length).toBe(1)
  timer.refresh()
  await pass(11_000)
  expect(fired.length).toBe(2)
})

it('answers with timers of Node’s own', () => {
  const timer = setTimeout(() => undefined, 10_000).unref()
  expect(timer.hasRef()).toBe(false)
  clearTimeout(timer)
})
