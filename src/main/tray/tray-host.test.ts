import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import type { Sentence } from '../../shared/sentence.ts'
import { NOW } from '../test/samples.ts'
import { findTrayHost, watchTrayHost } from './tray-host.ts'

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
  function stageOf(...answers: readonly string[]) {
    const clock = createManualClock(NOW)
    const told: (Sentence | null)[] = []
    const left = [...answers]
    const run = (): Promise<string> => Promise.resolve(left.shift() ?? '(false,)')
    const stop = watchTrayHost(clock, run, (problem) => void told.push(problem))
    return { clock, told, stop }
  }

  it('says nothing where icons are shown, and asks no more', async () => {
    const { clock, told } = stageOf('(true,)')
    await clock.settle()
    expect(told).toEqual([])
    expect(clock.waiting).toBe(0)
  })

  it('says once that nobody shows them, and that somebody does at last', async () => {
    const { clock, told } = stageOf('(false,)', '(false,)', '(true,)')
    await clock.pass(60_000)
    expect(told).toEqual([{ id: 'desktop.tray-missing', values: {} }, null])
    expect(clock.waiting).toBe(0)
  })

  it('asks no more once it is stopped', async () => {
    const { clock, told, stop } = stageOf('(false,)', '(true,)')
    await clock.settle()
    stop()
    await clock.pass(60_000)
    expect(told).toHaveLength(1)
    expect(clock.waiting).toBe(0)
  })
})
