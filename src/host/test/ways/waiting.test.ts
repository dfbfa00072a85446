import { describe, expect, test } from 'vitest'
import { error } from '../../../channels/test/bot-api.ts'
import type { Behaviour } from '../../../channels/test/loopback.ts'
import { openMarket, type Market } from './market.ts'
import { telegramWay, webhookWay, type Way } from './ways.ts'

/** Alerts through one way that nobody stands in for. */
function openAlone(way: Way): Promise<Market> {
  const { environment, secrets, channel } = way
  return openMarket({ times: 2000, environment, secrets, rules: [], channels: [channel] })
}

const status = (code: number): Behaviour => ({ status: code, body: '' })

describe('what could not be sent arrives once the receiver is well again', () => {
  test.each<readonly [string, () => Promise<Way>, Behaviour]>([
    ['refusals of a webhook', () => webhookWay('only'), status(403)],
    ['a webhook that is down', () => webhookWay('only'), status(502)],
    ['a webhook that says nothing', () => webhookWay('only'), 'nothing'],
    ['a page where Slack should be', () => webhookWay('only', 'slack'), 'garbage'],
    ['a bot that was blocked', () => telegramWay('only'), error(403, 'Forbidden: bot was blocked by the user')],
    ['a Telegram that is busy', () => telegramWay('only'), error(429, 'Too Many Requests', { retry_after: 40 })],
  ])('after %s', async (_, open, behaviour) => {
    const way = await open()
    const { cross, delivery } = await openAlone(way)
    way.behave(() => behaviour)
    const alerts = [await cross(), await cross(), await cross()]
    for (const alert of alerts) {
      const { state } = await delivery(alert, 'only', ({ tries, problem }) => tries > 0 && problem !== null)
      expect(['pending', 'failed', 'sending']).toContain(state)
    }
    expect(way.arrived()).toEqual([])
    way.behave(() => 'proper')
    for (const alert of alerts) await delivery(alert, 'only', ({ state }) => state === 'delivered')
    const titles = way.arrived().map((text) => /BTCUSDT (rose|fell)/.exec(text)?.[1])
    expect(titles.toSorted()).toEqual(['fell', 'rose', 'rose'])
  })
})

test('a receiver that asks for a wait is left alone for so long', async () => {
  const way = await webhookWay('only')
  const { cross, clock, delivery } = await openAlone(way)
  const asked: number[] = []
  way.behave((index) => {
    asked.push(clock.now())
    return index === 0 ? { status: 429, headers: { 'Retry-After': '600' }, body: '' } : 'proper'
  })
  await delivery(await cross(), 'only', ({ state }) => state === 'delivered')
  expect(asked).toHaveLength(2)
  expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(600_000)
})

test('what was given up after a day stays to be seen, and is sent when it is asked for', async () => {
  const way = await webhookWay('only')
  const { cross, delivery, stage } = await openMarket({
    times: 50_000,
    environment: {},
    secrets: way.secrets,
    rules: [],
    channels: [way.channel],
  })
  const { summary } = stage.state.alerts
  way.behave(() => status(503))
  const alert = await cross()
  const given = await delivery(alert, 'only', ({ state }) => state === 'undelivered')
  expect(given).toMatchObject({ nextTryAt: null, problem: { id: 'channel.server-error' } })
  expect(given.lastTriedAt! - given.createdAt).toBeGreaterThanOrEqual(24 * 3_600_000)
  expect(summary.get('alerts')?.undelivered).toBe(1)
  stage.alerts.outbox.giveUp(stage.store.deliveries([alert]))
  expect(summary.get('alerts')?.undelivered).toBe(0)
  way.behave(() => 'proper')
  stage.alerts.outbox.retry(stage.store.deliveries([alert]))
  await delivery(alert, 'only', ({ state }) => state === 'delivered')
  expect(summary.get('alerts')?.undelivered).toBe(0)
})
