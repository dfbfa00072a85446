import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanMessage } from '../../shared/text/clean.ts'
import { readAddress } from '../http/address.ts'
import type { WebhookPreset } from '../webhook/verdict.ts'
import { createWebhook } from '../webhook/webhook.ts'
import { awkwardText, sampleMessage } from './samples.ts'
import { NOW, openPorts, restAfter, stopLater, told } from './stage.ts'
import { SIGNING_SECRET } from './decoded.ts'
import { startWebhookReceiver } from './webhook-receiver.ts'

const PRESETS: readonly WebhookPreset[] = ['plain', 'ntfy', 'discord', 'slack']

async function openWebhook(preset: WebhookPreset) {
  const receiver = await stopLater(startWebhookReceiver(preset))
  const read = readAddress(receiver.address, 'private')
  if (!read.ok) throw new Error(read.problem)
  const channel = createWebhook({ ...openPorts(), preset, address: read.address, signingSecret: SIGNING_SECRET })
  return { receiver, channel }
}

describe.each(PRESETS)('%s', (preset) => {
  test('titles and texts of any length and any signs arrive whole, and the receiver has nothing to complain of', async () => {
    const { receiver, channel } = await openWebhook(preset)
    await fc.assert(
      fc.asyncProperty(awkwardText(5000), awkwardText(40_960), fc.uuid(), async (title, body, key) => {
        const before = receiver.shown.length
        expect(told(await channel.send(sampleMessage({ key, title, body })))).toBe('delivered')
        const pieces = receiver.shown.slice(before).flatMap((shown) => shown.pieces)
        const clean = cleanMessage({ title, body })
        expect(
          restAfter(
            `${clean.title}\n${clean.body}`,
            pieces.map((piece) => piece.trim()),
          ),
        ).toBe('')
      }),
      { numRuns: 40 },
    )
    expect(receiver.complaints).toEqual([])
  })

  test('a message in several parts goes on where it failed', async () => {
    const { receiver, channel } = await openWebhook(preset)
    const message = sampleMessage({ body: 'A word & a line.\n'.repeat(4000) })
    receiver.behave((index) => (index === 1 ? { status: 503, body: '' } : 'proper'))
    const first = told(await channel.send(message))
    const second = first === 'delivered' ? 'delivered' : told(await channel.send(message))
    expect([first, second]).toEqual(
      preset === 'plain' ? ['delivered', 'delivered'] : ['again channel.server-error', 'delivered'],
    )
    const pieces = receiver.shown.flatMap((shown) => shown.pieces)
    expect(
      restAfter(
        `${message.title}\n${message.body}`,
        pieces.map((piece) => piece.trim()),
      ),
    ).toBe('')
  })

  test('silent is silent where the receiver knows silence', async () => {
    const { receiver, channel } = await openWebhook(preset)
    await channel.send(sampleMessage({ loudness: 'silent' }))
    expect(receiver.shown.map(({ silent }) => silent)).toEqual([preset !== 'slack'])
  })
})

test.each(['plain', 'discord'] as const)('%s carries attachments byte by byte', async (preset) => {
  const { receiver, channel } = await openWebhook(preset)
  const bytes = Buffer.from(Array.from({ length: 9000 }, (_, index) => index % 256))
  await channel.send(sampleMessage({ attachments: [{ name: 'report.csv', type: 'text/csv', bytes }] }))
  expect(receiver.shown.flatMap(({ files }) => files)).toEqual([{ name: 'report.csv', bytes }])
  expect(receiver.complaints).toEqual([])
})

test('a plain webhook is signed with the time of the try, and its key stays the same', async () => {
  const { receiver, channel } = await openWebhook('plain')
  const message = sampleMessage({ key: 'alert 1 ключ' })
  receiver.behave((index) => (index === 0 ? 'answer-lost' : 'proper'))
  expect(told(await channel.send(message))).toBe('again channel.unreachable')
  expect(told(await channel.send(message))).toBe('delivered')
  const keys = receiver.received.map(({ headers }) => headers['idempotency-key'])
  expect(keys).toEqual(Array.from({ length: 2 }, () => encodeURIComponent(message.key)))
  expect(receiver.received.map(({ headers }) => headers['tidemark-timestamp'])).toEqual([String(NOW), String(NOW)])
  expect(receiver.complaints).toEqual([])
})

test('keys too long for a header stay different from each other, and the same at every try', async () => {
  const { receiver, channel } = await openWebhook('plain')
  const long = `rule ${'счёт '.repeat(40)}`
  for (const key of [`${long}1`, `${long}2`, `${long}2`]) await channel.send(sampleMessage({ key }))
  const keys = receiver.received.map(({ headers }) => headers['idempotency-key'] ?? '')
  expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true)
  expect([new Set(keys).size, keys[1] === keys[2]]).toEqual([2, true])
})

test('without a secret nothing is signed, and user and password of an address become a header', async () => {
  const receiver = await stopLater(startWebhookReceiver('plain'))
  const read = readAddress(receiver.address.replace('://', '://an%6ea:p%40ss@'), 'private')
  if (!read.ok) throw new Error(read.problem)
  await createWebhook({ ...openPorts(), preset: 'plain', address: read.address, signingSecret: null }).send(
    sampleMessage(),
  )
  const headers = receiver.received[0]?.headers ?? {}
  expect(headers['tidemark-signature']).toBeUndefined()
  expect(headers['authorization']).toBe(`Basic ${Buffer.from('anna:p@ss').toString('base64')}`)
})
