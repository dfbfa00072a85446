import { describe, expect, it } from 'vitest'
import { createManualClock } from './manual-clock.ts'

describe('manual clock', () => {
  it('runs due timers in order of time, then of setting', () => {
    const clock = createManualClock(1000)
    const ran: string[] = []
    const note = (name: string) => () => ran.push(`${name} ${clock.now()} ${clock.monotonic()}`)
    clock.after(20, note('late'))
    clock.after(10, note('first'))
    clock.after(10, note('second'))
    clock.after(30, note('never'))
    clock.advance(20)
    expect(ran).toEqual(['first 1010 10', 'second 1010 10', 'late 1020 20'])
    expect(clock.waiting).toBe(1)
  })

  it('runs timers set by timers within the same advance, and drops stopped ones', () => {
    const clock = createManualClock(0)
    const ran: number[] = []
    const stop = clock.after(5, () => ran.push(-1))
    clock.after(1, () => {
      stop()
      clock.after(1, () => ran.push(clock.monotonic()))
    })
    clock.advance(10)
    expect(ran).toEqual([2])
    expect(clock.monotonic()).toBe(10)
  })

  it('lets promises settle between timers when passing', async () => {
    const clock = createManualClock(0)
    const ran: number[] = []
    async function loop(): Promise<void> {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise<void>((resolve) => void clock.after(10, resolve))
        ran.push(clock.monotonic())
      }
    }
    void loop()
    await clock.pass(25)
    expect(ran).toEqual([10, 20])
  })

  it('moves only the wall on a jump and tells of it', () => {
    const clock = createManualClock(5000)
    const heard: unknown[] = []
    const stop = clock.onJump((jump) => heard.push(jump))
    clock.jump(-90_000)
    stop()
    clock.jump(3_600_000, 'sleep')
    expect(heard).toEqual([{ kind: 'step', byMs: -90_000 }])
    expect([clock.now(), clock.monotonic()]).toEqual([5000 - 90_000 + 3_600_000, 0])
  })

  it('refuses to run self-renewing work for ever', async () => {
    const clock = createManualClock(0)
    const renew = (): void => void clock.after(1, renew)
    renew()
    await expect(clock.runAll(50)).rejects.toThrow('Timers still wait')
  })
})
