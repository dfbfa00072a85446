import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { NOW } from '../test/samples.ts'
import { findTrayHost, PATIENCE_MS, watchTrayHost } from './tray-host.ts'

describe('asking the session bus', () => {
  it.each([
    ['(true,)\n', 'there'],
    ['(false,)\n', 'missing'],
    [null, 'unknown'],
    ['garbage', 'unknown'],
  ])('takes %j for %s', async (answer, host) => {
    expect(await findTrayHost(() => Promise.resolve(answer))).toBe(host)
  })
})

describe('watching for it', () => {
  /** Answers change at these moments, in milliseconds from the start. */
  function stageOf(...answers: readonly (readonly [from: number, answer: string])[]) {
    const clock = createManualClock(NOW)
    const told: [after: number, string | null][] = []
    const run = (): Promise<string> =>
      Promise.resolve(answers.findLast(([from]) => from <= clock.now() - NOW)?.[1] ?? '(false,)')
    const stop = watchTrayHost(clock, run, (problem) => void told.push([clock.now() - NOW, problem?.id ?? null]))
    return { clock, told, stop }
  }

  it('says nothing where icons are shown', async () => {
    const { clock, told } = stageOf([0, '(true,)'])
    await clock.pass(3_600_000)
    expect(told).toEqual([])
  })

  it('says nothing of a panel that starts a while after us, as at login', async () => {
    const { clock, told } = stageOf([0, '(false,)'], [PATIENCE_MS - 1, '(true,)'])
    await clock.pass(600_000)
    expect(told).toEqual([])
  })

  it('says once that nobody shows them, and that somebody does at last', async () => {
    const { clock, told } = stageOf([0, '(false,)'], [60_000, '(true,)'])
    await clock.pass(600_000)
    expect(told).toEqual([
      [35_000, 'desktop.tray-missing'],
      [75_000, null],
    ])
  })

  it('says that those who showed them ended, though it was hours later', async () => {
    const { clock, told } = stageOf([0, '(true,)'], [7_200_000, '(false,)'])
    await clock.pass(7_200_000 + 600_000)
    expect(told.map(([, id]) => id)).toEqual(['desktop.tray-missing'])
  })

  it('asks no more once it is stopped', async () => {
    const { clock, told, stop } = stageOf([0, '(false,)'])
    await clock.settle()
    stop()
    await clock.pass(600_000)
    expect([told, clock.waiting]).toEqual([[], 0])
  })
})
