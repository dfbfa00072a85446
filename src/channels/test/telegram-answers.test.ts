import { expect, test } from 'vitest'
import { readTelegramApiUrl } from '../telegram/api-url.ts'
import { createTelegram } from '../telegram/telegram.ts'
import { error, startBotApi } from './bot-api.ts'
import type { Behaviour } from './loopback.ts'
import { sampleMessage } from './samples.ts'
import { impatientHttp, openPorts, readable, stopLater, told } from './stage.ts'

const ANSWERS: readonly (readonly [string, Behaviour])[] = [
  ['refused telegram.token-refused', error(401, 'Unauthorized')],
  ['refused telegram.token-refused', error(404, 'Not Found')],
  ['refused telegram.blocked', error(403, 'Forbidden: bot was blocked by the user')],
  ['refused telegram.not-started', error(403, "Forbidden: bot can't initiate conversation with a user")],
  ['refused telegram.not-member', error(403, 'Forbidden: bot was kicked from the supergroup chat')],
  ['refused telegram.not-member', error(403, 'Forbidden: bot is not a member of the channel chat')],
  ['refused telegram.deactivated', error(403, 'Forbidden: user is deactivated')],
  ['refused telegram.chat-not-found', error(400, 'Bad Request: chat not found')],
  ['refused telegram.no-rights', error(400, 'Bad Request: not enough rights to send text messages to the chat')],
  [
    'refused telegram.chat-moved',
    error(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001234 }),
  ],
  ['refused telegram.refused', error(400, 'Bad Request: something new')],
  ['again channel.busy 31000', error(429, 'Too Many Requests: retry after 31', { retry_after: 31 })],
  ['again channel.busy', { status: 429, body: 'slow down' }],
  ['again channel.server-error', error(500, 'Internal Server Error')],
  ['again channel.server-error', { status: 502, body: '<html>Bad Gateway</html>' }],
  ['again channel.garbage', { status: 404, body: '<html>nginx</html>' }],
  ['again channel.garbage', { status: 200, body: '' }],
  ['again channel.garbage', { status: 200, body: '{"ok":"yes"}' }],
  ['again channel.garbage', 'garbage'],
  ['again channel.timeout', 'nothing'],
  ['again channel.unreachable', 'broken'],
  ['again channel.unreachable', 'answer-lost'],
]

test.each(ANSWERS)('%s: %j', async (expected, behaviour) => {
  const api = await stopLater(startBotApi())
  const { random } = openPorts()
  const http = behaviour === 'nothing' ? impatientHttp() : openPorts().http
  api.behave(() => behaviour)
  const channel = createTelegram({ http, random, chat: api.chat, token: api.token, baseUrl: api.url })
  expect(told(await channel.send(sampleMessage()))).toBe(expected)
})

test('the token stands in no sentence, whatever is answered and wherever the address leads', async () => {
  const api = await stopLater(startBotApi())
  const { http, random } = openPorts()
  const echo = `no chat at /bot${api.token}/sendMessage <b>${api.token}</b>`
  const behaviours: readonly Behaviour[] = [
    error(400, echo),
    error(403, echo),
    error(418, echo),
    { status: 302, body: echo },
    'broken',
  ]
  for (const behaviour of behaviours) {
    api.behave(() => behaviour)
    const delivery = await createTelegram({ http, random, chat: api.chat, token: api.token, baseUrl: api.url }).send(
      sampleMessage(),
    )
    expect(delivery.kind).not.toBe('delivered')
    expect(readable(delivery)).not.toContain(api.token.split(':')[1])
  }
  const nowhere = createTelegram({ http, random, chat: api.chat, token: api.token, baseUrl: 'http://127.0.0.1:1' })
  const unreached = await nowhere.send(sampleMessage())
  expect(told(unreached)).toBe('again channel.unreachable')
  expect(readable(unreached)).not.toContain(api.token.split(':')[1])
})

test('the address of the Bot API is encrypted or on this computer', () => {
  const read = (text: string | undefined) => {
    const result = readTelegramApiUrl(text)
    return result.ok ? result.value : result.failure.sentence.id
  }
  expect(
    [undefined, ' ', 'https://tg.example.org/api/', 'http://127.0.0.1:8081', 'http://[::1]:8081/'].map(read),
  ).toEqual([
    'https://api.telegram.org',
    'https://api.telegram.org',
    'https://tg.example.org/api',
    'http://127.0.0.1:8081',
    'http://[::1]:8081',
  ])
  const refused = [
    'http://tg.example.org',
    'http://192.168.1.5',
    'ftp://x',
    'tg',
    'https://u:p@x.org',
    'https://x.org/?a',
    'http://127.0.0.1.example.org',
  ]
  expect(new Set(refused.map(read))).toEqual(new Set(['telegram.api-url']))
})
