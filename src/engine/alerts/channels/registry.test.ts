import { expect, it } from 'vitest'
import type { ChannelRow } from '../../../shared/channel-rows.ts'
import { fail, ok } from '../../../shared/result.ts'
import { sentence } from '../../../shared/sentence.ts'
import { createTables } from '../../tables.ts'
import { createEngineState } from '../../state.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createSeededRandom } from '../../test/fake-random.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import type { AlertHost } from '../../ports/alert-host.ts'
import { createMemorySecrets } from '../test/memory-secrets.ts'
import { createRegistry } from './registry.ts'
import type { StoredChannel } from './stored-channels.ts'

const LOCKED = { code: 'unavailable', sentence: sentence('vault.locked') } as const

function hookOf(channel: string, failover: string | null = null): StoredChannel {
  const settings = { kind: 'webhook', preset: 'plain', host: 'hook.example' } as const
  return { channel, label: channel, settings, level: 'on', failover, lastDeliveredAt: null }
}

const noSecrets = { botToken: null, mailPassword: null, webhookAddress: null, signingSecret: null }

/** Channels whose secrets lie in a vault that can be locked; each needs its address. */
function stage(channels: readonly StoredChannel[]) {
  const clock = createManualClock(0)
  const { secrets, kept, door } = createMemorySecrets()
  for (const { channel } of channels) kept.set(`channel ${channel} webhookAddress`, 'https://hook.example')
  const table = createEngineState(createTables()).alerts.channels
  const settings = new Map<string, unknown>([['channels', channels]])
  const news: string[] = []
  const host: Pick<AlertHost, 'channel'> = {
    channel: ({ kind }, { webhookAddress }) =>
      kind === 'webhook' && webhookAddress === null
        ? fail({ code: 'invalid', sentence: sentence('webhook.no-address') })
        : ok({ send: async () => ({ kind: 'delivered' }) }),
  }
  const registry = createRegistry(
    {
      clock,
      secrets,
      random: createSeededRandom(1),
      log: createFakeLog(),
      store: {
        setting: (name) => settings.get(name),
        saveSetting: async (name, value) => (settings.set(name, value), ok(null)),
      },
      host: host as AlertHost, // nothing else of a host is asked here
      notifier: { show: async () => ({ kind: 'delivered' }) },
    },
    table,
    () => 0,
    { changed: (channel) => news.push(`changed ${channel}`), removed: (channel) => news.push(`removed ${channel}`) },
  )
  const rowOf = (channel: string): ChannelRow | undefined => table.get(channel)
  return { clock, registry, kept, door, news, rowOf }
}

it('is not ready before its secrets are read, and unusable where they are not enough', async () => {
  const { registry, kept, rowOf } = stage([hookOf('a'), hookOf('b')])
  kept.delete('channel b webhookAddress')
  expect(registry.line('a').kind).toBe('not-ready')
  await registry.load()
  expect(registry.line('a').kind).toBe('open')
  expect(registry.line('b')).toMatchObject({ kind: 'unusable', problem: { id: 'webhook.no-address' } })
  expect(registry.line('c').kind).toBe('gone')
  expect(rowOf('b')).toMatchObject({ state: 'unusable', problem: { id: 'webhook.no-address' } })
})

it('says why it is not ready, and opens by itself when the vault can be read later', async () => {
  const { clock, registry, door, news, rowOf } = stage([hookOf('a', 'os')])
  door.locked = LOCKED
  await registry.load()
  expect(registry.line('a')).toMatchObject({ kind: 'not-ready', problem: { id: 'vault.locked' } })
  expect(registry.failover('a')).toBe('os')
  expect(rowOf('a')).toMatchObject({ state: 'unusable', problem: { id: 'vault.locked' } })
  await clock.pass(60_000)
  expect(news).toEqual([])
  door.locked = null
  await clock.pass(600_000)
  expect(registry.line('a').kind).toBe('open')
  expect(news).toEqual(['changed a'])
  expect([rowOf('a')?.problem, clock.waiting]).toEqual([null, 0])
})

it('asks no vault any more once it is stopped', async () => {
  const { clock, registry, door } = stage([hookOf('a')])
  door.locked = LOCKED
  await registry.load()
  registry.stop()
  await registry.load()
  expect(clock.waiting).toBe(0)
})

it('hands over to no channel that is removed, was removed, or never was', async () => {
  const { registry, news, rowOf } = stage([hookOf('a', 'b'), hookOf('b'), hookOf('c', 'ghost')])
  expect([registry.failover('a'), registry.failover('c')]).toEqual(['b', null])
  expect((await registry.remove('b')).ok).toBe(true)
  expect(registry.failover('a')).toBeNull()
  expect([rowOf('a')?.failover, rowOf('b')]).toEqual([null, undefined])
  expect(news).toEqual(['removed b'])
  const { label, settings, level } = hookOf('a')
  const saved = await registry.save({ channel: 'a', label, settings, level, failover: 'b', secrets: noSecrets })
  expect(saved).toMatchObject({ ok: false, failure: { field: 'failover', sentence: { id: 'channel.unknown' } } })
})
