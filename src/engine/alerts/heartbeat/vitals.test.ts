import { describe, expect, it } from 'vitest'
import type { ChannelRow } from '../../../shared/channel-rows.ts'
import { accountRow, MAIN, START, streamRow } from '../test/rows.ts'
import { whyWithheld, type Vitals } from './vitals.ts'

const DAY = 86_400_000

function channel(changes: Partial<ChannelRow> = {}): ChannelRow {
  const settings = { kind: 'webhook', preset: 'plain', host: 'hook.example' } as const
  const shown = { problem: null, waiting: 0, failover: null, level: 'on' } as const
  return { channel: 'hook', label: 'Hook', settings, state: 'ready', lastDeliveredAt: START, ...shown, ...changes }
}

const os = channel({ channel: 'os', settings: { kind: 'os' } })

function why(changes: Partial<Vitals> = {}): string {
  const well: Vitals = {
    mode: 'live',
    now: START,
    accounts: [accountRow()],
    streams: [streamRow()],
    channels: [channel()],
    jumpedAt: null,
  }
  return whyWithheld({ ...well, ...changes })?.id ?? 'beats'
}

describe('a heartbeat vouches', () => {
  it.each([
    ['for live streams and a way out that works', {}, 'beats'],
    ['for a demo without accounts', { mode: 'demo', accounts: [], streams: [] }, 'beats'],
    ['not for no account at all', { accounts: [] }, 'heartbeat.no-account'],
    ['not for a stale stream', { streams: [streamRow({ state: 'stale' })] }, 'heartbeat.not-fresh'],
    ['not for one that is being checked', { streams: [streamRow({ state: 'checking' })] }, 'heartbeat.not-fresh'],
    ['not for an account that has no stream', { streams: [] }, 'heartbeat.not-fresh'],
    [
      'not for an account that waits for its user',
      { accounts: [accountRow({ state: 'refused' })], streams: [] },
      'heartbeat.not-fresh',
    ],
    [
      'for what nobody counts on being silent',
      { streams: [streamRow(), streamRow({ stream: 'x', account: null, required: false, state: 'down' })] },
      'beats',
    ],
    ['for a stream that was verified after the clock jumped', { jumpedAt: START }, 'beats'],
    ['not for one that was not yet', { jumpedAt: START + 1 }, 'heartbeat.not-fresh'],
    [
      'not for prices that were not heard since',
      {
        jumpedAt: START,
        streams: [streamRow({ kind: 'prices', account: MAIN, verifiedAt: null, heardAt: START - 1 })],
      },
      'heartbeat.not-fresh',
    ],
    [
      'for another program being silent, which may wait for this one',
      { streams: [streamRow(), streamRow({ stream: 'x', account: null, kind: 'heartbeat', state: 'stale' })] },
      'beats',
    ],
  ] as const)('%s', (_, changes, id) => {
    // The lists are read only.
    expect(why(changes as Partial<Vitals>)).toBe(id)
  })

  it.each([
    ['delivered within eight days', [channel({ lastDeliveredAt: START - 8 * DAY })], 'beats'],
    ['delivered longer ago', [channel({ lastDeliveredAt: START - 8 * DAY - 1 })], 'heartbeat.unproven'],
    ['never delivered', [channel({ state: 'unproven', lastDeliveredAt: null })], 'heartbeat.unproven'],
    ['delivered yesterday and fails now', [channel({ state: 'failing' })], 'heartbeat.unproven'],
    ['fails beside another that works', [channel({ state: 'failing' }), channel({ channel: 'b' })], 'beats'],
    ['are notices of this computer alone', [os], 'beats'],
    ['are notices of this computer beside one that fails', [os, channel({ state: 'failing' })], 'heartbeat.unproven'],
    ['are none', [], 'heartbeat.unproven'],
  ] as const)('where channels %s', (_, channels, id) => {
    expect(why({ channels })).toBe(id)
  })
})
