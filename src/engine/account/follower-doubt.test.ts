import { expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/result.ts'
import { failure } from '../test/fake-feed.ts'
import { createFakeLog } from '../test/fake-log.ts'
import { createFakeMachine } from '../test/fake-machine.ts'
import { createFixedRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import type { AccountSnapshot } from './event.ts'
import { createFollower } from './follower.ts'
import { snapshot, START } from './test/samples.ts'

const SECOND = 1_000

/** A follower long since live. Its reads take `takesMs`; `since` tells when each of them began from then on. */
async function followed(takesMs = 0) {
  const clock = createManualClock(START)
  const far: { answer: Result<AccountSnapshot> } = { answer: ok(snapshot()) }
  const began: number[] = []
  const follower = createFollower(
    { clock, random: createFixedRandom(0.5), log: createFakeLog(), machine: createFakeMachine() },
    {
      known: null,
      readSnapshot: () => {
        began.push(clock.monotonic())
        const { answer } = far
        return takesMs === 0
          ? Promise.resolve(answer)
          : new Promise((resolve) => void clock.after(takesMs, () => resolve(answer)))
      },
      onChange: () => undefined,
      onFacts: () => undefined,
      onRepaired: () => undefined,
      onFailure: () => undefined,
    },
  )
  follower.up()
  await clock.pass(60 * SECOND)
  const begun = { at: clock.monotonic(), reads: began.length }
  return { clock, far, follower, since: () => began.slice(begun.reads).map((at) => at - begun.at) }
}

it('looks into the first doubt at once', async () => {
  const { clock, follower, since } = await followed()
  follower.doubt('first')
  expect(follower.verification).toBe('unverified')
  await clock.pass(1)
  expect(since()).toEqual([0])
  expect(follower.verification).toBe('verified')
})

it('looks into those that follow it together, five seconds after', async () => {
  const { clock, follower, since } = await followed()
  for (let doubts = 0; doubts < 40; doubts += 1) {
    follower.doubt('every frame')
    await clock.pass(100)
  }
  expect(follower.verification).toBe('unverified')
  await clock.pass(5 * SECOND)
  expect(since()).toEqual([0, 5 * SECOND])
  expect(follower.verification).toBe('verified')
})

it('reads at most every five seconds, however long the doubts go on', async () => {
  const { clock, follower, since } = await followed()
  for (let doubts = 0; doubts < 290; doubts += 1) {
    follower.doubt('every frame')
    await clock.pass(100)
  }
  expect(since()).toEqual([0, 5, 10, 15, 20, 25].map((seconds) => seconds * SECOND))
})

it('does not lose a doubt that comes while a read runs, whose answer may be older', async () => {
  const { clock, follower, since } = await followed(2 * SECOND)
  follower.doubt('first')
  await clock.pass(1.5 * SECOND)
  follower.doubt('while reading')
  await clock.pass(1 * SECOND)
  expect(follower.verification).toBe('unverified')
  await clock.pass(5 * SECOND)
  expect(since()).toEqual([0, 5 * SECOND])
  expect(follower.verification).toBe('verified')
})

it('is at once again after a quiet while', async () => {
  const { clock, follower, since } = await followed()
  follower.doubt('one')
  await clock.pass(20 * SECOND)
  follower.doubt('another')
  await clock.pass(1)
  expect(since()).toEqual([0, 20 * SECOND])
})

it('lets a read that failed wait its own time, whatever doubts come', async () => {
  const { clock, far, follower, since } = await followed()
  far.answer = fail(failure({ retryAfterMs: 12 * SECOND }))
  follower.doubt('one')
  await clock.pass(1 * SECOND)
  far.answer = ok(snapshot())
  follower.doubt('another')
  await clock.pass(10 * SECOND)
  expect(since()).toEqual([0])
  await clock.pass(20 * SECOND)
  expect(since()).toHaveLength(2)
  expect(follower.verification).toBe('verified')
})

it('answers a waiting doubt with the read of a connection that was renewed', async () => {
  const { clock, follower, since } = await followed()
  follower.doubt('one')
  await clock.pass(1 * SECOND)
  follower.doubt('another')
  follower.up()
  await clock.pass(10 * SECOND)
  expect(since()).toEqual([0, 1 * SECOND])
  expect(follower.verification).toBe('verified')
})

it('leaves nothing waiting when it is stopped', async () => {
  const { clock, follower } = await followed()
  follower.doubt('one')
  await clock.pass(1)
  follower.doubt('another')
  follower.stop()
  expect(clock.waiting).toBe(0)
})
