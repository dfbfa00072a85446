import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFixedRandom } from '../../engine/test/fake-random.ts'
import { createManualClock, type ManualClock } from '../../engine/test/manual-clock.ts'
import { scheduleChecks } from './schedule.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

interface Scene {
  readonly clock: ManualClock
  readonly looks: number[]
  comes: 'done' | 'failed'
  stop(): void
}

function open(chance: number): Scene {
  const clock = createManualClock(0)
  const scene: Scene = { clock, looks: [], comes: 'done', stop: () => undefined }
  scene.stop = scheduleChecks(clock, createFixedRandom(chance), async () => {
    scene.looks.push(clock.now())
    return scene.comes
  })
  return scene
}

const current = { scene: open(0) }
beforeEach(() => void (current.scene = open(0)))
afterEach(() => current.scene.stop())

it('looks shortly after the start, then daily', async () => {
  const { clock, looks } = current.scene
  await clock.pass(2 * DAY + HOUR)
  expect(looks).toEqual([5_000, DAY + 5_000, 2 * DAY + 5_000])
})

it('spreads by chance when it looks', async () => {
  const { clock, looks, stop } = open(0.5)
  await clock.pass(DAY + 3 * HOUR)
  expect(looks).toEqual([10_000, 10_000 + 1.05 * DAY])
  stop()
})

it('looks again within the hour after a look that failed', async () => {
  const { scene } = current
  scene.comes = 'failed'
  await scene.clock.pass(HOUR + 10_000)
  scene.comes = 'done'
  await scene.clock.pass(2 * HOUR)
  expect(scene.looks).toEqual([5_000, HOUR + 5_000, 2 * HOUR + 5_000])
})

it('looks soon after a sleep in which the day passed, and not after a short one', async () => {
  const { clock, looks } = current.scene
  await clock.pass(10_000)
  clock.jump(HOUR, 'sleep')
  await clock.pass(60_000)
  expect(looks).toHaveLength(1)
  clock.jump(2 * DAY, 'sleep')
  await clock.pass(60_000)
  expect(looks).toHaveLength(2)
})

it('is not held up by a clock that is set back', async () => {
  const { clock, looks } = current.scene
  await clock.pass(10_000)
  clock.jump(-300 * DAY)
  await clock.pass(DAY)
  expect(looks).toHaveLength(2)
})

it('leaves nothing waiting when it is stopped, even in the middle of a look', async () => {
  const clock = createManualClock(0)
  const { promise, resolve } = Promise.withResolvers<'done'>()
  const stop = scheduleChecks(clock, createFixedRandom(0), () => promise)
  await clock.pass(6_000)
  stop()
  resolve('done')
  await clock.settle()
  expect(clock.waiting).toBe(0)
})
