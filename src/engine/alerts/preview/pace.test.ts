import { expect, it } from 'vitest'
import type { Clock } from '../../ports/clock.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createPace, takeEach } from './pace.ts'

const LONGEST_MS = 30

/** A clock on which every item costs a third of a millisecond. */
function stage() {
  const manual = createManualClock(0)
  const spent = { ms: 0, sincePause: 0, longest: 0 }
  const clock: Clock = {
    ...manual,
    monotonic: () => manual.monotonic() + spent.ms,
    after: (ms, run) => {
      spent.longest = Math.max(spent.longest, spent.sincePause)
      spent.sincePause = 0
      return manual.after(ms, run)
    },
  }
  const work = (): void => {
    spent.ms += 1 / 3
    spent.sincePause += 1 / 3
  }
  return { manual, clock, spent, work }
}

it('long work pauses before anybody could notice', async () => {
  const { manual, clock, spent, work } = stage()
  const done = takeEach(
    Array.from({ length: 3_000 }),
    createPace(clock, () => true),
    work,
  )
  await manual.runAll()
  expect(await done).toBe(true)
  expect(spent.ms).toBeCloseTo(1_000)
  expect(spent.longest).toBeGreaterThan(0)
  expect(spent.longest).toBeLessThanOrEqual(LONGEST_MS)
})

it('work that nobody waits for any more ends at the next pause', async () => {
  const { manual, clock, spent, work } = stage()
  const wanted = { value: true }
  const done = takeEach(
    Array.from({ length: 3_000 }),
    createPace(clock, () => wanted.value),
    work,
  )
  await manual.settle()
  wanted.value = false
  await manual.runAll()
  expect(await done).toBe(false)
  expect(spent.ms).toBeLessThan(100)
})
