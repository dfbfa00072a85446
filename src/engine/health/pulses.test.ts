import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StreamRow } from '../../shared/health-rows.ts'
import { createMemoryStore } from '../account/test/memory-store.ts'
import { createTables } from '../tables.ts'
import { createFakeLog } from '../test/fake-log.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createPulses } from './pulses.ts'

const START = 1_795_000_000_000

function stage() {
  const clock = createManualClock(START)
  const store = createMemoryStore()
  const table = createTables().table<StreamRow>()
  const begin = () => {
    const pulses = createPulses({ clock, log: createFakeLog(), store }, table)
    pulses.start()
    return pulses
  }
  const state = (name = 'desk') => table.get(`${name} heartbeat`)?.state
  return { clock, table, begin, state }
}

describe('a heartbeat', () => {
  it('is missed after three of the intervals it spoke of', async () => {
    const { clock, begin, state } = stage()
    begin().heard('desk', 60_000)
    await clock.pass(180_000)
    expect(state()).toBe('live')
    await clock.pass(1_000)
    expect(state()).toBe('stale')
  })

  it('is missed after three of the intervals learnt from its beats, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 3_600 }), fc.integer({ min: 3, max: 6 }), async (seconds, beats) => {
        const { clock, begin, state } = stage()
        const pulses = begin()
        for (let beat = 0; beat < beats; beat += 1) {
          if (beat > 0) await clock.pass(seconds * 1000)
          pulses.heard('desk', null)
        }
        await clock.pass(seconds * 3000)
        expect(state()).toBe('live')
        await clock.pass(1_000)
        expect(state()).toBe('stale')
        pulses.stop()
      }),
      { numRuns: 20 },
    )
  })

  it('keeps its rhythm through a silence and through one sent by hand', async () => {
    const { clock, begin, state } = stage()
    const pulses = begin()
    for (const wait of [0, 60_000, 60_000, 600_000, 1_000]) {
      await clock.pass(wait)
      pulses.heard('desk', null)
    }
    await clock.pass(181_000)
    expect(state()).toBe('stale')
  })

  it('is still waited for after a restart, but not missed before it could be heard', async () => {
    const { clock, table, begin, state } = stage()
    const first = begin()
    first.heard('desk', 60_000)
    await clock.settle()
    first.stop()
    expect(table.size).toBe(0)
    await clock.pass(3_600_000)
    const second = begin()
    expect([state(), table.get('desk heartbeat')?.problem?.id]).toEqual(['checking', 'heartbeat.awaited'])
    await clock.pass(181_000)
    expect(state()).toBe('stale')
    second.stop()
    expect(clock.waiting).toBe(0)
  })

  it('is not missed while this computer slept, nor because its clock was set', async () => {
    const { clock, begin, state } = stage()
    const pulses = begin()
    pulses.heard('desk', 60_000)
    clock.jump(3_600_000, 'step')
    expect(state()).toBe('live')
    clock.jump(3_600_000, 'sleep')
    expect(state()).toBe('checking')
    pulses.heard('desk', 60_000)
    expect(state()).toBe('live')
    clock.jump(-7_200_000, 'step')
    await clock.pass(181_000)
    expect(state()).toBe('stale')
  })

  it('can be ended, and there are not too many', () => {
    const { table, begin } = stage()
    const pulses = begin()
    expect(pulses.heard('a b', null)).toBe('bad-name')
    for (let name = 0; name < 50; name += 1) expect(pulses.heard(`n${name}`, null)).toBe('taken')
    expect(pulses.heard('one-more', null)).toBe('too-many')
    expect([pulses.forget('n0'), pulses.forget('n0')]).toEqual(['forgotten', 'unknown'])
    expect(pulses.heard('one-more', null)).toBe('taken')
    expect(table.size).toBe(50)
  })
})
