import { describe, expect, it } from 'vitest'
import { failure } from '../test/fake-feed.ts'
import { freshnessOf, leastFresh } from './freshness.ts'
import type { SessionPhase, SessionStatus } from './status.ts'

const status = (phase: SessionPhase, extra: Partial<SessionStatus> = {}): SessionStatus => ({
  phase,
  generation: 1,
  connectedAt: null,
  heardAt: null,
  roundTripMs: null,
  reconnects: 0,
  refusedFrames: 0,
  nextTryAt: null,
  everUp: false,
  mute: false,
  proving: false,
  unsubscribable: [],
  nothingOffered: false,
  problem: null,
  ...extra,
})

describe('freshness of a stream', () => {
  it.each([
    ['connecting for the first time', status('connecting'), 'verified', 'checking'],
    ['connecting again', status('connecting', { everUp: true }), 'verified', 'down'],
    ['connecting after a first failure', status('subscribing', { problem: failure() }), 'verified', 'down'],
    ['up, not compared yet', status('up'), 'unverified', 'checking'],
    ['up and compared', status('up'), 'verified', 'live'],
    ['up while the network changes', status('up', { proving: true }), 'verified', 'checking'],
    ['up and mute', status('up', { mute: true }), 'verified', 'stale'],
    ['up for nothing', status('up', { unsubscribable: ['a'], nothingOffered: true }), 'verified', 'stale'],
    ['waiting', status('waiting', { problem: failure() }), 'verified', 'down'],
    ['refused', status('refused', { problem: failure() }), 'verified', 'down'],
    ['idle', status('idle'), 'verified', 'down'],
  ] as const)('%s', (_name, now, verification, expected) => {
    expect(freshnessOf('s', now, verification).state).toBe(expected)
  })

  it('comes with its reason', () => {
    expect(freshnessOf('s', status('waiting', { problem: failure() }), 'verified').reason).toEqual(failure())
    const refused = freshnessOf('s', status('up', { unsubscribable: ['a', 'b'] }), 'verified')
    expect([refused.state, refused.reason?.sentence.values['topics']]).toEqual(['live', 'a, b'])
  })

  it('of many is that of the least fresh, and of none is live', () => {
    expect(leastFresh(['live', 'stale', 'checking'])).toBe('stale')
    expect(leastFresh(['live', 'down', 'stale'])).toBe('down')
    expect(leastFresh([])).toBe('live')
  })
})
