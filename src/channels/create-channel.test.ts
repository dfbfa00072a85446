import { expect, test } from 'vitest'
import { createFakeHttp } from '../engine/test/fake-http.ts'
import { createFixedRandom } from '../engine/test/fake-random.ts'
import { createManualClock } from '../engine/test/manual-clock.ts'
import type { Message } from '../engine/ports/channel.ts'
import { channelSettings, type ChannelSecrets, type ChannelSettings } from '../shared/channel-rows.ts'
import { createChannel } from './create-channel.ts'
import { delivered } from './http/delivery.ts'
import { sampleMessage } from './test/samples.ts'

const TOKEN = '7201634455:AAEr9kXwTqLm0Zs3VbYc8NdHfJgUoPi5RtQ'
const none: ChannelSecrets = { botToken: null, mailPassword: null, webhookAddress: null, signingSecret: null }
const mail: ChannelSettings = {
  kind: 'email',
  host: 'mail.example.org',
  port: 587,
  security: 'starttls',
  user: 'anna',
  from: 'anna@example.org',
  to: ['anna@example.org', 'Boris <boris@example.org>'],
}
const telegram = { kind: 'telegram', chat: '5550123' } as const
const plain = { kind: 'webhook', preset: 'plain', host: '' } as const
const ntfy = { kind: 'webhook', preset: 'ntfy', host: '' } as const

function create(settings: ChannelSettings, secrets: Partial<ChannelSecrets>, telegramApiUrl?: string) {
  const shown: Message[] = []
  const notifier = {
    show: async (message: Message) => {
      shown.push(message)
      return delivered
    },
  }
  const clock = createManualClock(0)
  const mailer = { send: async () => ({ kind: 'sent', leftOut: [] }) as const }
  const ports = {
    http: createFakeHttp(clock.now),
    mailer,
    notifier,
    clock,
    random: createFixedRandom(0),
    telegramApiUrl,
  }
  const made = createChannel(channelSettings.parse(settings), { ...none, ...secrets }, ports)
  return { made, shown }
}

test.each<readonly [string, ChannelSettings, Partial<ChannelSecrets>]>([
  ['telegram.no-token secrets.botToken', telegram, {}],
  ['telegram.token-shape secrets.botToken', telegram, { botToken: 'bot/../token' }],
  ['telegram.no-chat settings.chat', { kind: 'telegram', chat: ' ' }, { botToken: TOKEN }],
  ['telegram.chat-shape settings.chat', { kind: 'telegram', chat: 'my chat' }, { botToken: TOKEN }],
  ['mail.no-password secrets.mailPassword', mail, {}],
  ['mail.no-password secrets.mailPassword', mail, { mailPassword: '' }],
  ['mail.address settings.from', { ...mail, from: 'anna at home' }, { mailPassword: 'x' }],
  ['mail.address settings.to.1', { ...mail, to: ['a@b.org', 'x@y.org\nBcc: z'] }, { mailPassword: 'x' }],
  ['webhook.no-address secrets.webhookAddress', plain, {}],
  ['webhook.not-an-address secrets.webhookAddress', plain, { webhookAddress: 'example.org/hook' }],
  ['webhook.not-encrypted secrets.webhookAddress', plain, { webhookAddress: 'http://example.org/hook' }],
  ['webhook.no-topic secrets.webhookAddress', ntfy, { webhookAddress: 'https://ntfy.sh/' }],
])('%s is missing or wrong', (expected, settings, secrets) => {
  const { made } = create(settings, secrets)
  const failure = made.ok ? null : made.failure
  expect([failure?.sentence.id, failure?.field].filter((text) => text !== undefined).join(' ')).toBe(expected)
})

test('an address of the Bot API that would give the token away is not used', () => {
  const { made } = create(telegram, { botToken: TOKEN }, 'http://tg.example.org')
  expect(made.ok ? null : made.failure.sentence.id).toBe('telegram.api-url')
})

test.each<readonly [ChannelSettings, Partial<ChannelSecrets>]>([
  [telegram, { botToken: ` ${TOKEN}\n` }],
  [{ kind: 'telegram', chat: '@my_channel' }, { botToken: TOKEN }],
  [{ kind: 'telegram', chat: '-1001234567890' }, { botToken: TOKEN }],
  [mail, { mailPassword: 'abcd efgh ijkl mnop' }],
  [{ ...mail, user: '' }, {}],
  [plain, { webhookAddress: 'https://example.org/hook', signingSecret: 'x' }],
  [plain, { webhookAddress: 'http://192.168.1.5:8080/hook' }],
  [ntfy, { webhookAddress: 'https://ntfy.example.org/deep/my-topic/' }],
])('%j is enough', (settings, secrets) => {
  expect(create(settings, secrets).made.ok).toBe(true)
})

test('what this computer shows is shown by its notifier', async () => {
  const { made, shown } = create({ kind: 'os' }, {})
  const message = sampleMessage()
  expect(made.ok && (await made.value.send(message))).toEqual(delivered)
  expect(shown).toEqual([message])
})
