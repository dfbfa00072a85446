import { expect } from '@playwright/test'
import type { Served } from '../support/served.ts'
import { readStored } from '../support/stored.ts'
import { test } from '../support/house.ts'

test('asked to stop, serve writes everything and is gone within seconds', async ({ house, exchange }) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  await house.add({ venue: 'binance', label: 'Second' })
  const server = await house.serve()
  await server.untilFresh()
  const feed = await server.feed()
  await exchange.control(
    { do: 'trade', account: 'bybit-demo', symbol: 'BTCUSDT', side: 'buy', quantity: '0.013' },
    { do: 'trade', account: 'binance-demo', symbol: 'SOLUSDT', side: 'sell', quantity: '3' },
  )
  const fills = await Promise.all(
    ['Main', 'Second'].map((label) =>
      feed.until(`fill of ${label}`, (message) => message.type === 'trade_executed' && message['account'] === label),
    ),
  )
  // Equity is recorded only while every figure in it is live, so a moment of that is waited for.
  await server.untilFresh()
  await feed.next('heartbeat', ({ type }) => type === 'heartbeat')
  const asked = Date.now()
  expect((await server.stop()).code).toBe(0)
  expect(Date.now() - asked).toBeLessThan(10_000)
  const stored = readStored(house.live)
  for (const { trade } of fills as readonly { trade?: { id: string } }[]) expect(stored.fills).toContain(trade!.id)
  expect(stored.equityPoints).toBeGreaterThan(0)
  expect(stored.integrity).toBe('ok')
})

test('killed at any moment, it comes back with the same fills and the same equity', async ({ house, exchange }) => {
  await house.add({ venue: 'bybit', label: 'Main' })
  const first = await house.serve()
  await first.untilFresh()
  const feed = await first.feed()
  await exchange.control({ do: 'trade', account: 'bybit-demo', symbol: 'BTCUSDT', side: 'buy', quantity: '0.021' })
  const told = await feed.until('fill', ({ type }) => type === 'trade_executed')
  const fill = (told['trade'] as { id: string }).id
  const equity = await equityOf(first)
  // Facts are written in batches, every second or so; what was written by the next heartbeat must outlive the kill.
  await feed.next('heartbeat', ({ type }) => type === 'heartbeat')
  first.program.signal('SIGKILL')
  await first.program.ended
  const before = readStored(house.live)

  const second = await house.serve()
  await second.untilFresh()
  expect(await equityOf(second)).toBe(equity)
  expect((await second.stop()).code).toBe(0)
  const after = readStored(house.live)
  expect(after.integrity).toBe('ok')
  expect(before.fills).toContain(fill)
  expect(before.fills.filter((id) => !after.fills.includes(id))).toEqual([])
  expect(new Set(after.fills).size).toBe(after.fills.length)
})

async function equityOf(server: Served): Promise<unknown> {
  const feed = await server.feed()
  const told = await feed.until('equity', ({ type, equity }) => type === 'equity_snapshot' && equity !== null)
  return told['equity']
}
