import { expect, test } from 'vitest'
import type { Channel } from '../../engine/ports/channel.ts'
import { readAddress } from '../http/address.ts'
import type { WebhookPreset } from '../webhook/verdict.ts'
import { createWebhook } from '../webhook/webhook.ts'
import type { Behaviour } from './loopback.ts'
import { sampleMessage } from './samples.ts'
import { impatientHttp, NOW, openPorts, readable, stopLater, told } from './stage.ts'
import { SECRET_PATH, SIGNING_SECRET } from './decoded.ts'
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts'

async function open(
  preset: WebhookPreset,
  behaviour: Behaviour,
): Promise<{ readonly receiver: WebhookReceiver; readonly channel: Channel }> {
  const receiver = await stopLater(startWebhookReceiver(preset))
  receiver.behave(() => behaviour)
  const read = readAddress(receiver.address, 'private')
  if (!read.ok) throw new Error(read.problem)
  const { http, clock, random } = openPorts()
  const patient = behaviour === 'nothing' ? impatientHttp() : http
  const options = { http: patient, clock, random, preset, address: read.address, signingSecret: SIGNING_SECRET }
  return { receiver, channel: createWebhook(options) }
}

const inFortySeconds = new Date(NOW + 40_000).toUTCString()
const ANSWERS: readonly (readonly [expected: string, behaviour: Behaviour, preset: WebhookPreset])[] = [
  ['delivered', { status: 200, body: '' }, 'plain'],
  ['delivered', { status: 202, body: 'queued' }, 'plain'],
  ['delivered', { status: 204, body: '' }, 'discord'],
  ['refused webhook.refused', { status: 400, body: 'no' }, 'plain'],
  ['refused webhook.denied', { status: 401, body: '' }, 'plain'],
  ['refused webhook.denied', { status: 403, body: 'invalid_token' }, 'slack'],
  ['refused webhook.gone', { status: 404, body: '{"message": "Unknown Webhook", "code": 10015}' }, 'discord'],
  ['refused webhook.gone', { status: 410, body: 'channel_is_archived' }, 'slack'],
  ['refused webhook.too-large', { status: 413, body: '' }, 'plain'],
  ['refused webhook.refused', { status: 418, body: '' }, 'plain'],
  [
    'refused webhook.redirect',
    { status: 302, headers: { Location: 'http://127.0.0.1:1/elsewhere' }, body: '' },
    'plain',
  ],
  ['again channel.busy', { status: 408, body: '' }, 'plain'],
  ['again channel.busy', { status: 425, body: '' }, 'plain'],
  ['again channel.busy 12000', { status: 429, headers: { 'Retry-After': '12' }, body: '' }, 'plain'],
  ['again channel.busy 40000', { status: 429, headers: { 'Retry-After': inFortySeconds }, body: '' }, 'plain'],
  ['again channel.busy 86400000', { status: 429, headers: { 'Retry-After': '999999999' }, body: '' }, 'plain'],
  ['again channel.busy', { status: 429, headers: { 'Retry-After': 'soon' }, body: '' }, 'plain'],
  [
    'again channel.busy 1337',
    {
      status: 429,
      headers: { 'Retry-After': '2' },
      body: '{"message": "You are being rate limited.", "retry_after": 1.3367, "global": false}',
    },
    'discord',
  ],
  ['again channel.server-error', { status: 500, body: '' }, 'plain'],
  ['again channel.server-error 5000', { status: 503, headers: { 'Retry-After': '5' }, body: '' }, 'plain'],
  ['again channel.garbage', 'garbage', 'ntfy'],
  ['again channel.garbage', 'garbage', 'discord'],
  ['again channel.garbage', 'garbage', 'slack'],
  ['again channel.timeout', 'nothing', 'plain'],
  ['again channel.unreachable', 'broken', 'plain'],
  ['again channel.unreachable', 'answer-lost', 'plain'],
]

test.each(ANSWERS)('%s: %j to %s', async (expected, behaviour, preset) => {
  const { channel } = await open(preset, behaviour)
  expect(told(await channel.send(sampleMessage()))).toBe(expected)
})

test('a redirect is not followed', async () => {
  const elsewhere = await stopLater(startWebhookReceiver('plain'))
  const { channel } = await open('plain', { status: 307, headers: { Location: elsewhere.address }, body: '' })
  expect(told(await channel.send(sampleMessage()))).toBe('refused webhook.redirect')
  expect(elsewhere.received).toEqual([])
})

test('the words of the receiver are quoted, and no part of the address or the secret with them', async () => {
  for (const preset of ['plain', 'ntfy', 'discord', 'slack'] as const) {
    const path = SECRET_PATH[preset]
    const echo = `<pre>Cannot POST ${path} with ${SIGNING_SECRET} (${path.slice(1)}, ${path.split('/').at(-1)})</pre>`
    for (const status of [302, 400, 401, 404, 413, 500, 429]) {
      const { receiver, channel } = await open(preset, { status, headers: { Location: path }, body: echo })
      const words = readable(await channel.send(sampleMessage()))
      expect(words).toContain(new URL(receiver.url).host)
      if (status === 400) expect(words).toContain('HTTP 400: Cannot POST …')
      for (const secret of [path.split('/').at(-1)!, SIGNING_SECRET]) expect(words).not.toContain(secret)
    }
  }
})

test('what Discord, ntfy and Slack say is quoted without its wrapping', async () => {
  const { channel } = await open('discord', { status: 404, body: '{"message": "Unknown Webhook", "code": 10015}' })
  expect(readable(await channel.send(sampleMessage()))).toContain('(HTTP 404: Unknown Webhook)')
  const ntfy = await open('ntfy', { status: 403, body: '{"code":40301,"http":403,"error":"forbidden"}' })
  expect(readable(await ntfy.channel.send(sampleMessage()))).toContain('(HTTP 403: forbidden)')
})
