import { describe, expect, it } from 'vitest'
import type { ChannelSecrets } from '../../../shared/channel-rows.ts'
import { createMemorySecrets } from '../test/memory-secrets.ts'
import { keepSecrets, mergeSecrets } from './channel-secrets.ts'
import type { StoredChannel } from './stored-channels.ts'

const none: ChannelSecrets = { botToken: null, mailPassword: null, webhookAddress: null, signingSecret: null }
const common = { channel: 'c', label: 'C', level: 'on', failover: null, lastDeliveredAt: null } as const
const server = { host: 'mail.example', port: 587, security: 'starttls', user: 'anna' } as const

const mail = (over: Partial<Record<'host' | 'user', string>> & { readonly port?: number; security?: 'tls' } = {}) =>
  ({
    ...common,
    settings: { kind: 'email', ...server, from: 'a@b.example', to: ['a@b.example'], ...over },
  }) satisfies StoredChannel
const hook = { ...common, settings: { kind: 'webhook', preset: 'plain', host: 'h' } } as const satisfies StoredChannel
const bot = (chat: string) => ({ ...common, settings: { kind: 'telegram', chat } }) as const satisfies StoredChannel

/** What saving `next` with these secrets comes to, where `before` was saved with `kept`: the secrets, or the field. */
async function merged(kept: Partial<ChannelSecrets>, before: StoredChannel, next: StoredChannel, given = none) {
  const { secrets } = createMemorySecrets()
  await keepSecrets(secrets, before, { ...none, ...kept })
  const answer = await mergeSecrets(secrets, next, before, given)
  return answer.ok ? answer.value : answer.failure.field
}

describe('a mail password', () => {
  it.each([{ host: 'other.example' }, { port: 465 }, { security: 'tls' as const }, { user: 'eve' }])(
    'goes to no other login: %j',
    async (over) => {
      expect(await merged({ mailPassword: 'p' }, mail(), mail(over))).toBe('secrets.mailPassword')
      const anew = { ...none, mailPassword: 'q' }
      expect(await merged({ mailPassword: 'p' }, mail(), mail(over), anew)).toMatchObject({ mailPassword: 'q' })
    },
  )

  it('is kept where the login stays as it was', async () => {
    const next: StoredChannel = { ...mail(), settings: { ...mail().settings, to: ['c@d.example'] } }
    expect(await merged({ mailPassword: 'p' }, mail(), next)).toMatchObject({ mailPassword: 'p' })
  })
})

describe('a signing secret', () => {
  const kept = { webhookAddress: 'https://h/1', signingSecret: 's' }

  it('signs nothing for another address', async () => {
    const other = { ...none, webhookAddress: 'https://h/2' }
    expect(await merged(kept, hook, hook, other)).toBe('secrets.signingSecret')
    expect(await merged(kept, hook, hook, { ...other, signingSecret: 't' })).toMatchObject({ signingSecret: 't' })
  })

  it('is kept with its address, and not asked of a channel that has none', async () => {
    expect(await merged(kept, hook, hook, { ...none, webhookAddress: 'https://h/1' })).toMatchObject(kept)
    const other = { ...none, webhookAddress: 'https://h/2' }
    expect(await merged({ webhookAddress: 'https://h/1' }, hook, hook, other)).toEqual(other)
  })
})

it('what a channel has no use for any more leaves the vault', async () => {
  const { secrets, kept } = createMemorySecrets()
  await keepSecrets(secrets, hook, { ...none, webhookAddress: 'https://h/1', signingSecret: 's' })
  const ntfy = { ...hook, settings: { ...hook.settings, preset: 'ntfy' } } as const
  const other = await mergeSecrets(secrets, ntfy, hook, { ...none, webhookAddress: 'https://h/2' })
  if (other.ok) await keepSecrets(secrets, ntfy, other.value)
  expect([...kept.values()]).toEqual(['https://h/2'])
  expect(await merged({ mailPassword: 'p' }, mail(), mail({ user: '' }))).toEqual(none)
})

it('a bot token is kept whatever chat it writes to', async () => {
  expect(await merged({ botToken: 't' }, bot('1'), bot('2'))).toMatchObject({ botToken: 't' })
})
