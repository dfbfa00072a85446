import { describe, expect, it } from 'vitest'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { SessionStatus } from '../session/status.ts'
import { createTables } from '../tables.ts'
import { failure } from '../test/fake-feed.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createStreams, type StreamReport } from './streams.ts'

const up: SessionStatus = {
  phase: 'up',
  generation: 1,
  connectedAt: 1000,
  heardAt: 1000,
  roundTripMs: 12,
  reconnects: 0,
  refusedFrames: 0,
  nextTryAt: null,
  everUp: true,
  mute: false,
  proving: false,
  unsubscribable: [],
  nothingOffered: false,
  problem: null,
}

function createStage() {
  const clock = createManualClock(1000)
  const table = createTables().table<StreamRow>()
  const streams = createStreams(clock, table)
  const report: { now: StreamReport } = { now: { status: up, verification: 'unverified', verifiedAt: null } }
  const identity = {
    stream: 'Main private',
    kind: () => 'private' as const,
    account: null,
    venueName: 'Fake',
    required: () => true,
  } as const
  const changes: string[] = []
  table.onChange((key) => changes.push(key))
  const add = () => streams.add(identity, () => report.now)
  const set = (patch: Partial<SessionStatus>): void => {
    report.now = { ...report.now, status: { ...report.now.status, ...patch } }
  }
  return { clock, table, streams, report, add, set, changes }
}

describe('stream rows', () => {
  it('change at once when a person would see it', () => {
    const { table, report, add, set } = createStage()
    const entry = add()
    expect(table.get('Main private')).toMatchObject({ state: 'checking', required: true, roundTripMs: 12 })
    report.now = { ...report.now, verification: 'verified', verifiedAt: 1500 }
    entry.changed()
    expect(table.get('Main private')).toMatchObject({ state: 'live', verifiedAt: 1500 })
    set({ phase: 'waiting', problem: failure(), nextTryAt: 9000 })
    entry.changed()
    expect(table.get('Main private')).toMatchObject({ state: 'down', nextTryAt: 9000, problem: failure().sentence })
  })

  it('say when the stream was last heard at most once a second', async () => {
    const { clock, add, set, changes } = createStage()
    add()
    changes.length = 0
    for (let frame = 0; frame < 1000; frame += 1) {
      set({ heardAt: 1000 + frame * 10 })
      await clock.pass(10)
    }
    expect(changes.length).toBeGreaterThanOrEqual(9)
    expect(changes.length).toBeLessThanOrEqual(10)
  })

  it('are two for two streams of one name, and go with their stream', () => {
    const { clock, table, streams, add } = createStage()
    const entry = add()
    add()
    expect([...table.keys()]).toEqual(['Main private', 'Main private 2'])
    entry.remove()
    expect([...table.keys()]).toEqual(['Main private 2'])
    streams.stop()
    expect([table.size, clock.waiting]).toEqual([0, 0])
  })
})
