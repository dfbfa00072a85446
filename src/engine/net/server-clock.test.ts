import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/result.ts'
import { failure } from '../test/fake-feed.ts'
import { createFakeLog } from '../test/fake-log.ts'
import { createFakeMachine } from '../test/fake-machine.ts'
import { createFixedRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createServerClock, type TimeSample } from './server-clock.ts'

const START = 1_795_257_600_000

/** An exchange whose clock runs by `truth`; each sample takes as long there and back as the test says. */
function createStage(trips: readonly (readonly [there: number, back: number])[]) {
  const clock = createManualClock(START)
  const far = { truth: () => START + 7000 + clock.monotonic(), down: false, samples: 0 }
  const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve))
  const machine = createFakeMachine()
  const ports = { clock, machine, random: createFixedRandom(0.5), log: createFakeLog() }
  const serverClock = createServerClock(ports, async () => {
    const [there, back] = trips[far.samples % trips.length]!
    far.samples += 1
    const sentAt = clock.monotonic()
    await wait(there)
    const server = far.truth()
    await wait(back)
    const sample: TimeSample = { server, sentAt, heardAt: clock.monotonic() }
    return far.down ? fail(failure()) : ok(sample)
  })
  return { clock, machine, far, serverClock }
}

describe('the server clock', () => {
  it('errs by no more than half of its shortest round trip', async () => {
    const { clock, far, serverClock } = createStage([
      [400, 10],
      [20, 30],
      [5, 900],
    ])
    void serverClock.measure()
    await clock.pass(2000)
    expect(Math.abs(serverClock.now() - far.truth())).toBeLessThanOrEqual(25)
    expect(serverClock.signingNow()).toBe(serverClock.now() - 150)
  })

  it('is the wall clock before it was ever measured', () => {
    const { clock, serverClock } = createStage([[1, 1]])
    expect([serverClock.now(), serverClock.offset()]).toEqual([clock.now(), null])
  })

  it('is measured as soon as the network is back', async () => {
    const { clock, machine, far, serverClock } = createStage([[10, 10]])
    far.down = true
    serverClock.start()
    await clock.pass(10_000)
    far.down = false
    machine.report({ kind: 'network', state: 'back' })
    await clock.pass(2000)
    expect(serverClock.offset()).toBe(7000)
    serverClock.stop()
    expect([clock.waiting, machine.listeners]).toEqual([0, 0])
  })

  it.each([90_000, -90_000])('does not follow when somebody moves our clock by %i ms', async (byMs) => {
    const { clock, far, serverClock } = createStage([[10, 10]])
    serverClock.start()
    await clock.pass(1000)
    clock.jump(byMs)
    expect(serverClock.now()).toBe(far.truth())
    expect(serverClock.offset()).toBe(7000 - byMs)
    await clock.pass(1000)
    expect(far.samples).toBe(6)
    serverClock.stop()
    expect(clock.waiting).toBe(0)
  })

  it('goes on by the length of a sleep, and measures at once', async () => {
    const { clock, far, serverClock } = createStage([[10, 10]])
    serverClock.start()
    await clock.pass(1000)
    const awake = far.truth
    far.truth = () => awake() + 3 * 3_600_000
    clock.jump(3 * 3_600_000, 'sleep')
    expect(serverClock.now()).toBe(far.truth())
    await clock.pass(100)
    expect([serverClock.now(), far.samples]).toEqual([far.truth(), 6])
  })

  it('throws away a measurement that a sleep fell into', async () => {
    const { clock, far, serverClock } = createStage([[10, 10]])
    serverClock.start()
    await clock.pass(15)
    const awake = far.truth
    far.truth = () => awake() + 3_600_000
    clock.jump(3_600_000, 'sleep')
    await clock.pass(1000)
    expect(serverClock.now()).toBe(far.truth())
  })

  it('is measured every ten minutes, and after a minute when that failed, keeping what it knew', async () => {
    const { clock, far, serverClock } = createStage([[10, 10]])
    serverClock.start()
    await clock.pass(1000)
    far.down = true
    await clock.pass(10 * 60_000)
    expect(far.samples).toBe(6)
    expect(serverClock.now()).toBe(far.truth())
    await clock.pass(60_000)
    expect(far.samples).toBe(9)
  })
})
