import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../engine/ports/plan.ts'
import type { Signer } from '../../engine/ports/vault.ts'
import type { MarketContext } from '../../engine/ports/venue.ts'
import { equals } from '../../shared/decimal.ts'
import { marketId } from '../../shared/ids.ts'
import { bybit } from '../../venues/bybit/venue.ts'
import { demoAccounts } from '../accounts/demo-accounts.ts'
import { createScene, KEY, type Scene } from './scene.ts'

const DAY = 86_400_000
const hosts = bybit.hosts('simulator', {})
const market = marketId(bybit.id, bybit.place('simulator'))
const signer: Signer = {
  apiKey: KEY.apiKey,
  kind: 'hmac',
  sign: (payload) => createHmac('sha256', KEY.secret).update(payload).digest('hex'),
}

function demoScene(): Scene {
  const keys = [{ apiKey: KEY.apiKey, secret: KEY.secret }]
  const accounts = demoAccounts.map((spec) => (spec.venue === 'bybit' ? { ...spec, keys } : spec))
  return createScene({ accounts, market: 'walking' })
}

/** Plays the engine's part: performs whatever the adapter asks for, a second apart as the limits want it. */
async function perform<T>(scene: Scene, plan: Plan<T>): Promise<T> {
  let turn = plan.next()
  while (!turn.done) {
    const outcomes = turn.value.map(async (read) => {
      return bybit.answer(read, await scene.net.http.send(bybit.request(read, hosts, scene.clock.now(), signer)))
    })
    const told = await Promise.all(outcomes)
    await scene.clock.pass(200)
    turn = plan.next(told)
  }
  if (!turn.value.ok) throw new Error(JSON.stringify(turn.value.failure))
  return turn.value.value
}

async function contextOf(scene: Scene): Promise<MarketContext> {
  const bare = { market, environment: 'simulator', hosts } as const
  const instruments = await perform(scene, bybit.instruments(bare))
  return { ...bare, instruments: new Map(instruments.map((each) => [each.instrument, each])) }
}

describe('Tidemark reads this exchange', () => {
  it('knows its clock, contracts, prices, candles and keys', async () => {
    const scene = demoScene()
    const context = await contextOf(scene)
    const instruments = [...context.instruments.values()]
    expect(instruments.length).toBeGreaterThan(30)
    expect((await perform(scene, bybit.prices(context, instruments))).length).toBeGreaterThanOrEqual(instruments.length)
    const now = scene.clock.now()
    const candles = await perform(scene, bybit.candles(context, instruments[0]!, '5m', now + 1, 20, now))
    expect(candles.map((candle) => candle.closed)).toEqual([...Array<boolean>(19).fill(true), false])
    expect(await perform(scene, bybit.keyRights('simulator'))).toMatchObject({ verdict: 'read-only' })
    expect(await perform(scene, bybit.recognise('simulator'))).toBeDefined()
  })

  it('takes a whole snapshot that equals the truth', async () => {
    const scene = demoScene()
    const context = await contextOf(scene)
    const snapshot = await perform(scene, bybit.snapshot(context))
    const truth = scene.truth('bybit-demo')
    expect(snapshot.positions).toHaveLength(truth.positions.length)
    expect(snapshot.orders).toHaveLength(truth.orders.length)
    for (const { asset, wallet } of snapshot.balances) expect(equals(wallet, truth.wallets[asset]!)).toBe(true)
  })

  it('reads its whole history', async () => {
    const scene = demoScene()
    const context = await contextOf(scene)
    const to = scene.clock.now()
    const fills = new Set<string>()
    const kinds = new Set<string>()
    for (const list of bybit.history) {
      for (let end = to; end > to - 21 * DAY; end -= list.windowMs) {
        const stretch = { from: end - list.windowMs + 1, to: end, instruments: [...context.instruments.keys()] }
        const read = await perform(scene, list.read(context, stretch))
        for (const fill of read.fills) fills.add(JSON.stringify(fill))
        for (const flow of read.flows) kinds.add(flow.kind)
      }
    }
    expect(fills.size).toBeGreaterThan(60)
    expect(kinds).toContain('funding')
  })

  it('understands every frame of its private stream', async () => {
    const scene = demoScene()
    const { instruments } = await contextOf(scene)
    const feed = bybit.privateFeed({ market, environment: 'simulator', hosts, instruments })
    const line = await scene.dial(feed.url(null))
    await line.say(feed.login(scene.clock.now(), signer)!)
    for (const text of feed.subscribe(feed.topics, 's1')) await line.say(text)
    await line.say(feed.heartbeat('h1')!)
    const account = 'bybit-demo'
    scene.command({ do: 'trade', account, symbol: 'XRPUSDT', side: 'buy', quantity: '100' })
    scene.command({ do: 'place', account, symbol: 'XRPUSDT', side: 'sell', quantity: '50', price: '2' })
    scene.command({ do: 'funding' })
    scene.command({ do: 'transfer', account, asset: 'BTC', amount: '-0.01' })
    scene.command({ do: 'leverage', account, symbol: 'XRPUSDT', leverage: '5' })
    scene.command({ do: 'liquidate', account, symbol: 'XRPUSDT' })
    await scene.clock.pass(0)
    const told = line.texts.map((text) => feed.hear(text, { instruments, state: null, now: scene.clock.now() }))
    expect(told.length).toBeGreaterThan(15)
    expect(told.filter((heard) => !heard.ok)).toEqual([])
    const kinds = told.flatMap((heard) => (heard.ok ? [heard.value.kind] : []))
    expect(kinds.slice(0, 3)).toEqual(['welcomed', 'subscribed', 'heartbeat'])
    expect(kinds.filter((kind) => kind === 'ignored' || kind === 'refused')).toEqual([])
  })

  it('understands every frame of its market streams', async () => {
    const scene = demoScene()
    const { instruments } = await contextOf(scene)
    const instrument = [...instruments.values()].find((each) => each.symbol === 'BTCUSDT')!
    const wants = [{ kind: 'price', instrument } as const, { kind: 'candle', instrument, interval: '1m' } as const]
    let heardItems = 0
    for (const feed of bybit.marketFeeds(hosts)) {
      const topics = wants.flatMap((want) => feed.topicsFor(want))
      const line = await scene.dial(feed.url(null))
      for (const text of feed.subscribe(topics, 's1')) await line.say(text)
      await scene.clock.pass(3000)
      const told = line.texts.map((text) => feed.hear(text, { instruments }))
      expect(told.filter((heard) => !heard.ok)).toEqual([])
      heardItems += told.filter((heard) => heard.ok && heard.value.kind === 'items').length
    }
    expect(heardItems).toBeGreaterThan(10)
  })
})
