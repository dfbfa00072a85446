import { request } from 'node:http'
import { expect } from '@playwright/test'
import { equals } from '../../src/shared/decimal.ts'
import { refusedFeed, type Feed, type Message } from '../support/feed.ts'
import { expectPositions, expectSame, expectSum, isSum, stated, trueFigures } from '../support/figures.ts'
import { test } from '../support/house.ts'

const of = (type: string, account: string) => (message: Message) =>
  message.type === type && message['account'] === account

const venues = [
  { venue: 'bybit', label: 'Main', currency: 'USD' },
  { venue: 'binance', label: 'Second', currency: 'USDT' },
] as const

test('every figure of the feed equals what the exchange holds true', async ({ house, exchange }) => {
  for (const { venue, label } of venues) await house.add({ venue, label })
  const server = await house.serve()
  await server.untilFresh()
  const feed = await server.feed()
  await exchange.control(
    { do: 'price', symbol: 'SOLUSDT', last: '191.07', mark: '191.05' },
    { do: 'price', symbol: 'ETHUSDT', last: '3281.37' },
  )
  for (const { venue, label, currency } of venues) {
    const truth = await exchange.truth(venue)
    const { wallet, pnl, equity } = trueFigures(truth, currency)
    const caughtUp = (message: Message) =>
      of('account_balance_updated', label)(message) && equals(stated(balanceOf(message)['unrealized_pnl']), pnl)
    const message = await feed.until(`balance of ${label} at the new prices`, caughtUp)
    const balance = balanceOf(message)
    expect(balance['currency']).toBe(currency)
    expectSame(stated(balance['total_balance']), wallet, `${label} wallet`)
    expectSame(stated(balance['unrealized_pnl']), pnl, `${label} unrealised PnL`)
    expectSum(balance['margin_balance'], equity, `${label} margin balance`)
    expectPositions(await feed.next('positions', of('positions_updated', label)), truth)
    const snapshot = await feed.next('equity', of('equity_snapshot', label))
    expectSum(snapshot['equity'], equity, `${label} equity`)
  }
})

test('a program that reads the feed is greeted, kept up to date and told of a fill at once', async ({
  house,
  exchange,
}) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  const server = await house.serve('--feed-open')
  await server.untilFresh()
  const feed = await server.feed()
  await feed.until('heartbeat', ({ type }) => type === 'heartbeat')

  expect(feed.messages.slice(0, 2).map(({ type }) => type)).toEqual(['initial_status', 'initial_balance'])
  const { status } = feed.messages[0] as { status?: Readonly<Record<string, unknown>> }
  expect(status).toMatchObject({
    mode: 'live',
    accounts: [{ account: 'Main', label: 'Main', venue: 'bybit', environment: 'mainnet', state: 'live' }],
  })
  expect(status!['streams']).toContainEqual({ name: expect.any(String), state: 'live', age_ms: expect.any(String) })
  for (const type of ['account_balance_updated', 'positions_updated', 'equity_snapshot', 'price_update'])
    expect(feed.messages.map((message) => message.type)).toContain(type)
  expect(feed.messages.filter(({ type }) => type === 'trade_executed')).toEqual([])
  await expectRhythm(feed, 'positions_updated')

  await exchange.control({ do: 'trade', account: 'bybit-demo', symbol: 'BTCUSDT', side: 'buy', quantity: '0.013' })
  const told = await feed.until('fill', of('trade_executed', 'Main'))
  expect(told['trade']).toMatchObject({ symbol: 'BTCUSDT', side: 'Buy', size: '0.013', cause: 'trade' })
  const changed = await feed.until('changed position', of('position_update', 'Main'))
  const held = (await exchange.truth('bybit')).positions.find(({ contract }) => contract === 'BTCUSDT')!
  expect(changed['position']).toMatchObject({ symbol: 'BTCUSDT', side: 'Buy', size: held.quantity })
})

/** Whole states come on change at most once a second, and anyway every three: a busy computer may be late. */
async function expectRhythm(feed: Feed, type: string): Promise<void> {
  const started = Date.now()
  await feed.next(type, (message) => message.type === type)
  expect(Date.now() - started).toBeLessThan(9_000)
}

test('a message that means nothing is answered with an error, and the connection lives on', async ({ house }) => {
  const server = await house.serve('--demo', '--feed-open')
  const feed = await server.feed()
  feed.send('{"type":"subscribe","channels":["gossip"]}')
  const gossip = await feed.next('error', ({ type }) => type === 'error')
  expect(gossip['message']).toContain('Nothing was changed.')
  feed.send('not JSON at all')
  await feed.next('error', ({ type }) => type === 'error')

  feed.send('{"type":"unsubscribe","channels":["balance","positions","prices","trades","equity"]}')
  await feed.next('heartbeat', ({ type }) => type === 'heartbeat')
  const quiet = feed.messages.length
  await feed.next('heartbeat', ({ type }) => type === 'heartbeat')
  expect(feed.messages.slice(quiet).map(({ type }) => type)).toEqual(['heartbeat'])
  feed.send('{"type":"subscribe","channels":["prices"]}')
  await feed.next('price', ({ type }) => type === 'price_update')
})

test('strangers are let in nowhere', async ({ house }) => {
  const server = await house.serve('--demo')
  const { feedAddress, token, port } = server
  expect(await refusedFeed(feedAddress)).toBe(401)
  expect(await refusedFeed(`${feedAddress}?token=${'0'.repeat(48)}`)).toBe(401)
  expect(await refusedFeed(`${feedAddress}?token=${token}`, { origin: 'https://evil.example' })).toBe(403)
  expect(await refusedFeed(`${feedAddress}?token=${token}`, { headers: { host: `evil.example:${port}` } })).toBe(403)
  expect(await refusedFeed(`ws://127.0.0.1:${port}/link`, { origin: `http://localhost:${port}` })).toBe(403)
  expect(await refusedFeed(`ws://127.0.0.1:${port}/elsewhere?token=${token}`)).toBe(404)
  for (const path of ['/', '/health', '/..%2f..%2fpackage.json'])
    expect(await statusFor(port, path, `evil.example:${port}`)).toBe(403)
  expect(await statusFor(port, '/..%2f..%2fpackage.json', `localhost:${port}`)).toBe(404)
  expect(await statusFor(port, '/health', `localhost:${port}`)).toBeLessThan(504)
  expect((await fetch(server.base, { method: 'POST', body: '{}' })).status).toBe(405)
})

/** The HTTP status of a request that claims to have been made to another host. */
function statusFor(port: number, path: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}

test('a wallet that moved is stated anew, other coins at their newest price', async ({ house, exchange }) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  const server = await house.serve()
  await server.untilFresh()
  const feed = await server.feed()
  await exchange.control(
    { do: 'price', symbol: 'BTCUSDT', last: '97123.40', mark: '97120.17' },
    { do: 'transfer', account: 'bybit-demo', asset: 'USDT', amount: '-1234.56789012' },
  )
  const truth = await exchange.truth('bybit')
  const { equity } = trueFigures(truth, 'USD')
  const stand = (message: Message) => message.type === 'equity_snapshot' && isSum(message['equity'], equity)
  await feed.until('equity after the transfer', stand)
  expectPositions(await feed.next('positions', of('positions_updated', 'Main')), truth)
})

function balanceOf(message: Message): Readonly<Record<string, unknown>> {
  return message['balance'] as Readonly<Record<string, unknown>>
}
