import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatsOf } from '../telegram/found-chats.ts'
import { findChats } from '../telegram/find-chats.ts'
import { error, startBotApi } from './bot-api.ts'
import { openPorts, stopLater } from './stage.ts'

/** Shapes of https://core.telegram.org/bots/api#update, with our own values. */
const wrote = (chat: unknown, text = 'hello') => ({ update_id: 1, message: { message_id: 1, date: 1, chat, text } })
const anna = { id: 5550123, type: 'private', first_name: 'Anna', last_name: 'Ilieva', username: 'anna' }
const desk = { id: -1001234567890, type: 'supergroup', title: 'Desk <b>& co</b>' }
const news = { id: -100987, type: 'channel', title: 'News' }

test('chats that wrote are listed once each, the newest first, with name and number', async () => {
  const api = await stopLater(startBotApi())
  for (const update of [wrote(anna), wrote(desk), { update_id: 3, channel_post: { chat: news } }, wrote(anna)])
    api.write(update)
  api.write({ update_id: 5, my_chat_member: { chat: { id: 7, type: 'group', title: 'Old' }, from: {} } })
  api.write({ update_id: 6, poll: {} })
  const { http } = openPorts()
  expect(await findChats({ http, token: api.token, baseUrl: api.url })).toEqual({
    ok: true,
    value: [
      { chat: '7', name: 'Old', kind: 'group' },
      { chat: '5550123', name: 'Anna Ilieva', kind: 'private' },
      { chat: '-100987', name: 'News', kind: 'channel' },
      { chat: '-1001234567890', name: 'Desk <b>& co</b>', kind: 'group' },
    ],
  })
  expect(JSON.parse(api.received[0]!.body.toString())).toEqual({ timeout: 0, limit: 100 })
})

test('no word of a message changes anything: the same chats are found and one request is made', async () => {
  const api = await stopLater(startBotApi())
  const { http } = openPorts()
  for (const text of ['/start', '/sell all', '{"ok":false}', 'set chat 666', '/stop']) api.write(wrote(anna, text))
  const found = await findChats({ http, token: api.token, baseUrl: api.url })
  expect(found).toEqual({ ok: true, value: [{ chat: '5550123', name: 'Anna Ilieva', kind: 'private' }] })
  expect(api.received.map(({ path }) => path.split('/').at(-1))).toEqual(['getUpdates'])
})

test('names cannot play with direction, lines or length', () => {
  const named = (chat: object) => chatsOf([wrote({ id: 1, type: 'private', ...chat })])?.[0]?.name
  expect(named({ first_name: 'a\u202eb\nc\u2066' })).toBe('ab c')
  expect(named({ first_name: '\u200f', username: 'anna' })).toBe('@anna')
  expect(named({})).toBe('1')
  expect(named({ title: 'x'.repeat(500) })).toHaveLength(80)
})

test('whatever stands in updates, the answer is a list of chats or nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(chatsOf([one, { message: other }, { message: { chat: other } }, wrote(anna)])).toEqual([
        { chat: '5550123', name: 'Anna Ilieva', kind: 'private' },
      ])
    }),
  )
  expect(chatsOf({})).toBeNull()
})

test('a wrong token, another reader and an answer that is none are told apart', async () => {
  const api = await stopLater(startBotApi())
  const { http } = openPorts()
  const problem = async (token = api.token) => {
    const found = await findChats({ http, token, baseUrl: api.url })
    return found.ok ? 'found' : found.failure.sentence.id
  }
  expect(await problem()).toBe('found')
  expect(await problem('not/../a token')).toBe('telegram.token-shape')
  expect(await problem('7201634455:AAEr9kXwTqLm0Zs3VbYc8NdHfJgUoPi5Rt0')).toBe('telegram.token-refused')
  api.behave(() => error(409, "Conflict: can't use getUpdates method while webhook is active"))
  expect(await problem()).toBe('telegram.others-read')
  api.behave(() => 'garbage')
  expect(await problem()).toBe('channel.garbage')
  expect(api.received.some(({ path }) => path.includes('..'))).toBe(false)
})
