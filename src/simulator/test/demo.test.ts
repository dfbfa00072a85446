import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { sum, sub, ZERO, equals } from '../../shared/decimal.ts'
import { demoAccounts, demoKeys } from '../accounts/demo-accounts.ts'
import { createSimulator } from '../create-simulator.ts'
import { createMemoryNet } from '../memory-net.ts'
import { createScene, NOW, type Dialled, type Scene, type Wire } from './scene.ts'

const demo = { accounts: demoAccounts, market: 'walking', bot: 'on' } as const
const ids = demoAccounts.map((account) => account.id)

describe('the demo', () => {
  it('opens to its published keys, which may only read', async () => {
    const clock = createManualClock(NOW)
    const simulator = createSimulator({ clock, seed: 7 })
    const { http } = createMemoryNet(simulator, clock)
    const key = demoKeys.find(({ venue }) => venue === 'bybit')!
    const sign = createHmac('sha256', key.apiSecret).update(`${NOW}${key.apiKey}5000`).digest('hex')
    const headers = {
      'x-bapi-api-key': key.apiKey,
      'x-bapi-timestamp': String(NOW),
      'x-bapi-recv-window': '5000',
      'x-bapi-sign': sign,
    }
    const url = 'http://bybit.simulator/v5/user/query-api'
    const answer = await http.send({ method: 'GET', url, headers, timeoutMs: 1000 })
    expect(answer).toMatchObject({ kind: 'answer', status: 200 })
    expect(JSON.parse((answer as { body: string }).body).result.readOnly).toBe(1)
  })

  it('is the same exchange for the same seed, and another for another', async () => {
    const play = async (seed: number) => {
      const scene = createScene(demo, seed)
      await scene.clock.pass(180_000)
      return ids.map((id) => scene.truth(id))
    }
    const [first, second, other] = [await play(7), await play(7), await play(8)]
    expect(second).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('keeps moving: a fill on each account every minute or oftener, all adding up', async () => {
    const scene = createScene(demo)
    const before = ids.map((id) => scene.truth(id).counts.fills)
    await scene.clock.pass(600_000)
    ids.forEach((id, index) => {
      const made = scene.truth(id).counts.fills - before[index]!
      expect(made).toBeGreaterThanOrEqual(9)
      expect(made).toBeLessThanOrEqual(31)
    })
  })

  it('holds positions that are no more than a few per cent away from where they were opened', () => {
    const held = ids.flatMap((id) => createScene(demo).truth(id).positions)
    const away = held.map(({ quantity, entryPrice, contract, unrealised }) => {
      const gain = Number(unrealised) * (contract === 'BTCUSD' ? Number(entryPrice) : 1)
      return gain / Math.abs(Number(quantity) * (contract === 'BTCUSD' ? 1 : Number(entryPrice)))
    })
    expect(away).toHaveLength(7)
    expect(away.filter((part) => part > 0.002).length).toBeGreaterThanOrEqual(2)
    expect(away.filter((part) => part < -0.002).length).toBeGreaterThanOrEqual(2)
    for (const part of away) expect(Math.abs(part)).toBeLessThan(0.045)
    const [isolated] = held.filter(({ margin }) => margin === 'isolated')
    const distance = Number(isolated?.liquidationPrice) / Number(isolated?.entryPrice)
    expect(distance).toBeGreaterThan(0.85)
    expect(distance).toBeLessThan(1)
  })

  it('rests when the bot is off', async () => {
    const scene = createScene({ ...demo, bot: 'off', market: 'still' })
    const before = scene.truth(ids[0])
    await scene.clock.pass(600_000)
    expect(scene.truth(ids[0]).counts).toEqual(before.counts)
    scene.command({ do: 'bot', turn: 'on' })
    await scene.clock.pass(180_000)
    expect(scene.truth(ids[0]).counts.fills).toBeGreaterThan(before.counts.fills)
  })

  it('tells the same past when it is started again an hour later, and numbers nothing twice', () => {
    const early = createSimulator({ clock: createManualClock(NOW), seed: 7 })
    const late = createSimulator({ clock: createManualClock(NOW + 3_600_000), seed: 7 })
    const past = (simulator: typeof early) => simulator.control({ do: 'state', account: 'bybit-demo' })
    const [first, second] = [past(early), past(late)].map((state) => (state as Wire).value.positions)
    const opened = (positions: Wire[]) => positions.map(({ contract, openedAt }) => [contract, openedAt])
    expect(opened(second)).toEqual(opened(first))
    expect(opened(first)).toHaveLength(4)
  })

  it('keeps wallets equal to what their history says', async () => {
    const scene = createScene(demo)
    await scene.clock.pass(300_000)
    const rows = await log(scene)
    const wallets = scene.truth('bybit-demo').wallets
    const last = rows[0]!
    expect(wallets.USDT).toBe(last.cashBalance)
    const first = rows.at(-1)!
    const moved = sum(rows.map((row) => row.change))
    expect(equals(sub(last.cashBalance, sub(first.cashBalance, first.change)), moved)).toBe(true)
    expect(moved).not.toBe(ZERO)
  })
})

describe('stopping', () => {
  it('leaves no timer and no open line', async () => {
    const scene = createScene(demo)
    const dialled: Dialled[] = [
      await scene.dial('ws://bybit.simulator/v5/public/linear'),
      await scene.dial('ws://bybit.simulator/v5/private'),
      await scene.dial('ws://binance.simulator/market/stream?streams=btcusdt@markPrice@1s'),
    ]
    await dialled[0]!.say({ op: 'subscribe', args: ['tickers.BTCUSDT', 'kline.1.BTCUSDT'] })
    scene.command({ do: 'delay', lines: {}, ms: 5000 })
    await scene.clock.pass(3000)
    scene.simulator.stop()
    await scene.clock.pass(0)
    expect(dialled.map((line) => line.ends.map((end) => end.code))).toEqual([[1001], [1001], [1001]])
    expect(scene.clock.waiting).toBe(0)
  })
})

async function log(scene: Scene): Promise<Wire[]> {
  const key = demoKeys.find(({ venue }) => venue === 'bybit')!
  const now = scene.clock.now()
  const query = `accountType=UNIFIED&currency=USDT&limit=50&startTime=${now - 86_400_000}&endTime=${now}`
  const sign = createHmac('sha256', key.apiSecret).update(`${now}${key.apiKey}5000${query}`).digest('hex')
  const answer = await scene.raw('/v5/account/transaction-log', query, {
    'x-bapi-api-key': key.apiKey,
    'x-bapi-timestamp': String(now),
    'x-bapi-recv-window': '5000',
    'x-bapi-sign': sign,
  })
  return JSON.parse((answer as { body: string }).body).result.list
}
