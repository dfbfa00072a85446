import { expect, test } from 'vitest'
import { error } from '../../../channels/test/bot-api.ts'
import type { Behaviour } from '../../../channels/test/loopback.ts'
import { openMarket, withFailover } from './market.ts'
import { telegramWay, webhookWay, type Way } from './ways.ts'

const status = (code: number, headers = {}): Behaviour => ({ status: code, headers, body: '' })
const telegram = (): Promise<Way> => telegramWay('first')
const plain = (): Promise<Way> => webhookWay('first')
const discord = (): Promise<Way> => webhookWay('first', 'discord')

type Case = readonly [way: string, answers: string, open: () => Promise<Way>, behaviour: Behaviour, problem: string]

const REFUSALS: readonly Case[] = [
  ['a webhook', '400', plain, status(400), 'webhook.refused'],
  ['a webhook', '401', plain, status(401), 'webhook.denied'],
  ['a webhook', '403', plain, status(403), 'webhook.denied'],
  ['Telegram', '400', telegram, error(400, 'Bad Request: something new'), 'telegram.refused'],
  ['Telegram', '401', telegram, error(401, 'Unauthorized'), 'telegram.token-refused'],
  ['Telegram', '403', telegram, error(403, 'Forbidden: bot was blocked by the user'), 'telegram.blocked'],
]

const FAILURES: readonly Case[] = [
  ['a webhook', '429', plain, status(429, { 'Retry-After': '30' }), 'channel.busy'],
  ['a webhook', '500', plain, status(500), 'channel.server-error'],
  ['a webhook', '503', plain, status(503), 'channel.server-error'],
  ['a webhook', 'nothing', plain, 'nothing', 'channel.timeout'],
  ['a webhook', 'nothing, and hangs up', plain, 'broken', 'channel.unreachable'],
  ['Discord', 'garbage', discord, 'garbage', 'channel.garbage'],
  ['Telegram', '429', telegram, error(429, 'Too Many Requests', { retry_after: 30 }), 'channel.busy'],
  ['Telegram', '500', telegram, error(500, 'Internal Server Error'), 'channel.server-error'],
  ['Telegram', 'nothing', telegram, 'nothing', 'channel.timeout'],
  ['Telegram', 'garbage', telegram, 'garbage', 'channel.garbage'],
]

/** How often a channel is tried before another takes over: once where it refuses, four times where it may pass. */
const CASES = [...REFUSALS.map((each) => [...each, 1] as const), ...FAILURES.map((each) => [...each, 4] as const)]

test.each(CASES)('%s that answers %s', async (_, __, open, behaviour, problem, tries) => {
  const [first, second] = [await open(), await webhookWay('second')]
  const channels = [withFailover(first.channel, 'second'), { ...second.channel, level: 'off' as const }]
  const secrets = { ...first.secrets, ...second.secrets }
  const { stage, cross, delivery } = await openMarket({
    times: 500,
    environment: first.environment,
    rules: [],
    channels,
    secrets,
  })
  first.behave(() => behaviour)

  const failed = await cross()
  expect(await delivery(failed, 'second', ({ state }) => state === 'delivered')).toMatchObject({
    tries: 1,
    insteadOf: 'first',
  })
  expect(await delivery(failed, 'first', () => true)).toMatchObject({
    state: 'failed',
    tries,
    problem: { id: problem },
    takenOverBy: 'second',
  })
  expect(stage.state.alerts.channels.get('second')).toMatchObject({ waiting: 0 })
  expect(stage.state.alerts.channels.get('first')).toMatchObject({ state: 'failing', problem: { id: problem } })
  expect(second.arrived()).toEqual([expect.stringContaining('BTCUSDT rose to 100 or above.')])
  expect(first.arrived()).toEqual([])

  first.behave(() => 'proper')
  const well = await cross()
  expect(await delivery(well, 'first', ({ state }) => state === 'delivered')).toMatchObject({ problem: null })
  expect(stage.state.alerts.channels.get('first')).toMatchObject({ state: 'ready', problem: null })
  expect(first.arrived()).toEqual([expect.stringContaining('BTCUSDT fell to 100 or below.')])
  expect(second.arrived()).toHaveLength(1)
})
