import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Plan, Read } from '../../../engine/ports/plan.ts'
import type { MarketContext } from '../../../engine/ports/venue.ts'
import type { Signer } from '../../../engine/ports/vault.ts'
import { decimal } from '../../../shared/decimal.ts'
import { marketId } from '../../../shared/ids.ts'
import { binance } from '../../../venues/binance/venue.ts'
import { createExchange, dial, KEY, place, wish, type Exchange } from './exchange.ts'

const hosts = binance.hosts('simulator', {})
const market = marketId(binance.id, binance.place('simulator'))
const signer: Signer = {
  apiKey: KEY.apiKey,
  kind: 'hmac',
  sign: (payload) => createHmac('sha256', KEY.secret).update(payload).digest('hex'),
}

function outcome(exchange: Exchange, read: Read) {
  const request = binance.request(read, hosts, exchange.clock.now(), signer)
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const target = request.url.replace(/^https?:\/\/[^/]+/, '')
  const asked = { method: request.method, target, headers, body: String(request.body ?? ''), address: '10.0.0.1' }
  return binance.answer(read, { kind: 'answer', ...exchange.face.respond(asked, 'truth') })
}

/** Plays the engine's part: performs whatever the adapter asks for, at once. */
function perform<T>(exchange: Exchange, plan: Plan<T>): T {
  let turn = plan.next()
  while (!turn.done) turn = plan.next(turn.value.map((read) => outcome(exchange, read)))
  if (!turn.value.ok) throw new Error(JSON.stringify(turn.value.failure))
  return turn.value.value
}

function contextOf(exchange: Exchange): MarketContext {
  const bare = { market, environment: 'simulator', hosts } as const
  const instruments = perform(exchange, binance.instruments(bare))
  return { ...bare, instruments: new Map(instruments.map((each) => [each.instrument, each])) }
}

describe('Tidemark reads this exchange', () => {
  it('knows its clock, contracts, prices, candles and keys', () => {
    const exchange = createExchange({ market: 'walking' })
    const context = contextOf(exchange)
    const instruments = [...context.instruments.values()]
    expect(perform(exchange, binance.serverTime())).toBe(exchange.clock.now())
    expect(instruments.length).toBe(exchange.market.listed('binance').length)
    expect(perform(exchange, binance.prices(context, instruments)).length).toBeGreaterThan(0)
    const [first] = instruments
    if (first === undefined) throw new Error('no instrument')
    const now = exchange.clock.now()
    const candles = perform(exchange, binance.candles(context, first, '5m', now + 1, 20, now))
    expect(candles.length).toBe(20)
    expect(candles.map((candle) => candle.closed)).toEqual([...Array<boolean>(19).fill(true), false])
    expect(perform(exchange, binance.keyRights('mainnet'))).toMatchObject({ verdict: 'read-only', powers: [] })
    expect(perform(exchange, binance.recognise('simulator'))).toBeDefined()
  })

  it('takes a whole snapshot of a busy account', () => {
    const exchange = createExchange()
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    place(exchange, wish('SOLUSDT', 'sell', '10'))
    place(exchange, wish('ETHUSDT', 'buy', '1', { price: decimal('3000.00') }))
    const trigger = { price: decimal('90000.00'), by: 'mark', when: 'falls', purpose: 'stop-loss' } as const
    place(exchange, wish('BTCUSDT', 'sell', '0.050', { trigger, reduceOnly: true }))
    const snapshot = perform(exchange, binance.snapshot(contextOf(exchange)))
    expect(snapshot.positions.map(({ side, size }) => `${side} ${size}`)).toEqual(['long 0.050', 'short 10.0'])
    expect(snapshot.orders.map((order) => order.conditional).toSorted()).toEqual([false, true])
    expect(snapshot.balances.find((balance) => balance.asset === 'USDT')?.wallet).toMatch(/^49\d\d\./)
  })

  it('reads its whole history', () => {
    const exchange = createExchange()
    for (let turn = 0; turn < 5; turn += 1) {
      place(exchange, wish('BTCUSDT', turn % 2 === 0 ? 'buy' : 'sell', '0.010'))
      exchange.clock.advance(60_000)
      exchange.ledger.payFunding(['BTCUSDT'], exchange.clock.now())
    }
    const context = contextOf(exchange)
    const to = exchange.clock.now()
    const read = binance.history.map((list) =>
      perform(exchange, list.read(context, { from: to - 3_600_000, to, instruments: [] })),
    )
    expect(read.flatMap(({ fills }) => fills).length).toBe(5)
    const kinds = new Set(read.flatMap(({ flows }) => flows).map((flow) => flow.kind))
    expect(kinds.has('funding')).toBe(true)
  })

  it('understands every frame of its private and market streams', () => {
    const exchange = createExchange({ market: 'walking' })
    const context = contextOf(exchange)
    const state = null
    const feed = binance.privateFeed(context)
    const ticketing = feed.ticketing
    if (ticketing === null) throw new Error('no ticket')
    const ticket = perform(exchange, ticketing.issue())
    expect(perform(exchange, ticketing.keep(ticket))).toEqual(ticket)
    const user = dial(exchange, feed.url(ticket).replace(/^wss?:\/\/[^/]+/, ''))
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    exchange.ledger.payFunding(['BTCUSDT'], exchange.clock.now())
    exchange.ledger.setLeverage(exchange.account, 'BTCUSDT', decimal('25'), exchange.clock.now())
    exchange.ledger.liquidate(exchange.account, 'BTCUSDT', exchange.clock.now())
    const told = user.heard.map((frame) =>
      feed.hear(JSON.stringify(frame), { instruments: context.instruments, state, now: exchange.clock.now() }),
    )
    expect(told.length).toBeGreaterThan(8)
    expect(told.filter((heard) => !heard.ok)).toEqual([])

    const instrument = [...context.instruments.values()].find((each) => each.symbol === 'BTCUSDT')
    if (instrument === undefined) throw new Error('no instrument')
    const wants = [
      { kind: 'price', instrument },
      { kind: 'candle', instrument, interval: '1m' },
    ] as const
    for (const each of binance.marketFeeds(hosts)) {
      const topics = wants.flatMap((want) => each.topicsFor(want))
      const client = dial(exchange, each.url(null).replace(/^wss?:\/\/[^/]+/, ''))
      for (const text of each.subscribe(topics, '1')) client.incoming.text(text)
      exchange.clock.advance(5000)
      const kinds = client.heard.map((frame) => {
        const heard = each.hear(JSON.stringify(frame), { instruments: context.instruments })
        return heard.ok ? heard.value.kind : JSON.stringify(heard.failure)
      })
      expect(new Set(kinds)).toEqual(new Set(topics.length === 0 ? ['subscribed'] : ['subscribed', 'items']))
    }
  })
})
