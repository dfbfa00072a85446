import { describe, expect, it } from 'vitest'
import { failure } from '../test/fake-feed.ts'
import { createFakeMachine } from '../test/fake-machine.ts'
import { createFixedRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { waitForNextTry } from './next-try.ts'

/** Waits for the sixth try, which is due after 16 s when nothing comes in between. */
function createStage(retryAfterMs?: number) {
  const clock = createManualClock(0)
  const machine = createFakeMachine()
  const ran: number[] = []
  const why = failure(retryAfterMs === undefined ? {} : { retryAfterMs })
  const ports = { clock, machine, random: createFixedRandom(0.5) }
  const stop = waitForNextTry(ports, 5, why, () => void ran.push(clock.monotonic()))
  return { clock, machine, ran, stop }
}

describe('waiting for the next try', () => {
  it('ends after the back-off, once', async () => {
    const { clock, machine, ran } = createStage()
    await clock.pass(60_000)
    expect([ran, machine.listeners]).toEqual([[15_000], 0])
  })

  it.each(['back', 'other'] as const)('ends early when the network is %s, once', async (state) => {
    const { clock, machine, ran } = createStage()
    await clock.pass(3000)
    machine.report({ kind: 'network', state })
    machine.report({ kind: 'network', state })
    await clock.pass(60_000)
    expect([ran, clock.waiting, machine.listeners]).toEqual([[4000], 0, 0])
  })

  it('is not cut short by a network that goes, or by a waking computer', async () => {
    const { clock, machine, ran } = createStage()
    machine.report({ kind: 'network', state: 'gone' })
    machine.report({ kind: 'resume' })
    await clock.pass(14_999)
    expect(ran).toEqual([])
  })

  it('never cuts into the time an exchange asked for', async () => {
    const { clock, machine, ran } = createStage(20_000)
    machine.report({ kind: 'network', state: 'back' })
    await clock.pass(60_000)
    expect(ran).toEqual([20_000])
  })

  it('leaves nothing behind when it is stopped', async () => {
    const { clock, machine, ran, stop } = createStage()
    machine.report({ kind: 'network', state: 'back' })
    stop()
    await clock.pass(60_000)
    expect([ran, clock.waiting, machine.listeners]).toEqual([[], 0, 0])
  })
})
