import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Channel } from '../../engine/ports/channel.ts'
import { cleanMessage } from '../../shared/text/clean.ts'
import { createTelegram, type TelegramOptions } from '../telegram/telegram.ts'
import { error, startBotApi, type BotApi } from './bot-api.ts'
import { awkwardText, sampleMessage } from './samples.ts'
import { openPorts, restAfter, stopLater, told } from './stage.ts'

async function openTelegram(
  change: Partial<TelegramOptions> = {},
): Promise<{ readonly api: BotApi; readonly channel: Channel }> {
  const api = await stopLater(startBotApi())
  const { http, random } = openPorts()
  return {
    api,
    channel: createTelegram({ http, random, chat: api.chat, token: api.token, baseUrl: api.url, ...change }),
  }
}

test('a message arrives with its title bold, and silently where that is wanted', async () => {
  const { api, channel } = await openTelegram()
  expect(told(await channel.send(sampleMessage()))).toBe('delivered')
  await channel.send(sampleMessage({ key: 'other', loudness: 'silent', body: '' }))
  const title = 'BTCUSDT rose above 84,021.50'
  expect(api.texts).toEqual([
    { text: `${title}\nMark price 84,022.10\nAccount: Main`, bold: [title], silent: false },
    { text: title, bold: [title], silent: true },
  ])
})

test('titles and texts of any length and any signs arrive whole, and Telegram has nothing to complain of', async () => {
  const { api, channel } = await openTelegram()
  await fc.assert(
    fc.asyncProperty(awkwardText(5000), awkwardText(40_960), fc.uuid(), async (title, body, key) => {
      const before = api.texts.length
      expect(told(await channel.send(sampleMessage({ key, title, body })))).toBe('delivered')
      const shown = api.texts.slice(before)
      const clean = cleanMessage({ title, body })
      const pieces = shown.map(({ text }) => text)
      expect(restAfter(`${clean.title}\n${clean.body}`, pieces)).toBe('')
      expect(shown.flatMap(({ bold }) => bold).join('')).toBe(clean.title)
      expect(shown.map(({ silent }) => silent)).toEqual(shown.map((_, index) => index > 0))
    }),
    { numRuns: 60 },
  )
  expect(api.complaints).toEqual([])
})

test('where formatting is refused the same text goes without it', async () => {
  const { api, channel } = await openTelegram()
  api.behave((index) => (index === 0 ? error(400, "Bad Request: can't parse entities: unsupported") : 'proper'))
  expect(told(await channel.send(sampleMessage()))).toBe('delivered')
  expect(api.texts.map(({ bold }) => bold)).toEqual([[]])
  expect(api.received).toHaveLength(2)
})

test('a long message that failed half way goes on with the part that is missing', async () => {
  const { api, channel } = await openTelegram()
  const message = sampleMessage({ body: 'word '.repeat(3000) })
  api.behave((index) => (index === 2 ? error(429, 'Too Many Requests: retry after 7', { retry_after: 7 }) : 'proper'))
  expect(told(await channel.send(message))).toBe('again channel.busy 7000')
  expect(api.texts).toHaveLength(2)
  expect(told(await channel.send(message))).toBe('delivered')
  expect(api.texts).toHaveLength(4)
  expect(
    restAfter(
      `${message.title}\n${message.body}`,
      api.texts.map(({ text }) => text),
    ),
  ).toBe('')
})

test('documents arrive byte by byte under their names, after the text', async () => {
  const { api, channel } = await openTelegram()
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256)
  const files = [
    { name: 'report "May"\r\n.csv', type: 'text/csv', bytes },
    { name: 'отчёт/../1.bin', type: 'no type\r\nX: y', bytes: Buffer.from('--x\r\n\r\n--') },
  ]
  expect(told(await channel.send(sampleMessage({ attachments: files })))).toBe('delivered')
  expect(api.texts).toHaveLength(1)
  expect(api.documents.map(({ name, type }) => [name, type])).toEqual([
    ['report "May" .csv', 'text/csv'],
    ['отчёт_.._1.bin', 'application/octet-stream'],
  ])
  expect(
    api.documents.map((document) => Buffer.from(files[api.documents.indexOf(document)]!.bytes).equals(document.bytes)),
  ).toEqual([true, true])
})

test('a document that failed is sent again without the text before it', async () => {
  const { api, channel } = await openTelegram()
  const message = sampleMessage({ attachments: [{ name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') }] })
  api.behave((index) => (index === 1 ? { status: 502, body: 'Bad Gateway' } : 'proper'))
  expect(told(await channel.send(message))).toBe('again channel.server-error')
  expect(told(await channel.send(message))).toBe('delivered')
  expect([api.texts.length, api.documents.length]).toEqual([1, 1])
})

test('a token or a chat that is wrong is refused in so many words', async () => {
  const wrongToken = await openTelegram({ token: '7201634455:AAEr9kXwTqLm0Zs3VbYc8NdHfJgUoPi5Rt0' })
  expect(told(await wrongToken.channel.send(sampleMessage()))).toBe('refused telegram.token-refused')
  const wrongChat = await openTelegram({ chat: '999' })
  expect(told(await wrongChat.channel.send(sampleMessage()))).toBe('refused telegram.chat-not-found')
})
