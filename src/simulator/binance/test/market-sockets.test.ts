import { describe, expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { createExchange, dial, START, type Json } from './exchange.ts'

const MINUTE = 60_000
const data = (heard: Json[]) => heard.filter((frame) => !('id' in frame))

describe('market sockets', () => {
  it('speak on the right route only; everything else is acknowledged and silent for ever', () => {
    const exchange = createExchange({ market: 'walking' })
    const names = [
      'btcusdt@markPrice@1s',
      'btcusdt@bookTicker',
      'BTCUSDT@markPrice@1s',
      'nope@markPrice@1s',
      'nonsense',
    ]
    const heardOn = ['/public/ws', '/market/ws', '/ws', '/private/ws'].map((path) => {
      const client = dial(exchange, path)
      client.say({ method: 'SUBSCRIBE', params: names, id: 1 })
      exchange.clock.advance(5000)
      expect(client.heard[0]).toEqual({ result: null, id: 1 })
      return [...new Set(data(client.heard).map((frame) => frame.e))]
    })
    expect(heardOn).toEqual([['bookTicker'], ['markPriceUpdate'], ['bookTicker'], []])
  })

  it('wrap frames by path, replies never', () => {
    const exchange = createExchange()
    const raw = dial(exchange, '/market/ws/btcusdt@markPrice@1s')
    const combined = dial(exchange, '/market/stream?streams=btcusdt@markPrice@1s')
    combined.say({ method: 'LIST_SUBSCRIPTIONS', id: 9 })
    exchange.clock.advance(1000)
    expect(raw.heard).toMatchObject([
      { e: 'markPriceUpdate', s: 'BTCUSDT', E: START + 1000, p: '96400.00000000', st: 1 },
    ])
    expect(combined.heard).toEqual([
      { result: ['btcusdt@markPrice@1s'], id: 9 },
      { stream: 'btcusdt@markPrice@1s', data: raw.heard[0] },
    ])
  })

  it('send mark prices every second whether they moved or not, best prices only when they changed', () => {
    const exchange = createExchange({ market: 'walking' })
    const marks = dial(exchange, '/market/ws/btcusdt@markPrice@1s')
    const slow = dial(exchange, '/market/ws/btcusdt@markPrice')
    const book = dial(exchange, '/public/ws/btcusdt@bookTicker')
    exchange.clock.advance(6000)
    expect([marks.heard.length, slow.heard.length]).toEqual([6, 2])
    const rows = book.heard.map(({ b, B, a, A }) => JSON.stringify([b, B, a, A]))
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.some((row, index) => row === rows[index - 1])).toBe(false)
    expect(book.heard.every((frame, index) => index === 0 || frame.u > book.heard[index - 1].u)).toBe(true)
  })

  it('close each candle exactly once, with its final values', () => {
    const exchange = createExchange({ market: 'walking' })
    exchange.clock.advance(30_000)
    const client = dial(exchange, '/market/ws/btcusdt@kline_1m')
    exchange.clock.advance(2 * MINUTE)
    const bars = client.heard.map((frame) => frame.k)
    const closed = bars.filter((bar) => bar.x)
    expect(closed.map((bar) => bar.t)).toEqual([START, START + MINUTE])
    const contract = exchange.market.contract('BTCUSDT')
    const final = exchange.market.candle(contract, '1m', START, START + 3 * MINUTE)
    expect([Number(closed[0].c), closed[0].n]).toEqual([Number(final.close), final.trades])
    expect(bars.findIndex((bar) => bar.t === START + MINUTE)).toBe(bars.indexOf(closed[0]) + 1)
  })

  it('mix contracts of the other product into whole-market streams', () => {
    const exchange = createExchange({ market: 'walking' })
    const client = dial(exchange, '/market/ws/!markPrice@arr@1s')
    exchange.clock.advance(1000)
    const rows: Json[] = client.heard[0]
    expect(rows.find((row) => row.s === 'BTCUSD_PERP')).toMatchObject({ st: 2 })
    expect(rows.filter((row) => row.st === 1).length).toBe(exchange.market.listed('binance').length)
    expect(rows.find((row) => row.s === 'BTCUSDT_261225')).toMatchObject({ r: '0.00000000', T: 0 })
  })

  it('put into mini ticker arrays only what changed', () => {
    const exchange = createExchange()
    const client = dial(exchange, '/market/ws/!miniTicker@arr')
    exchange.clock.advance(2000)
    const before = client.heard.length
    const price = decimal('97000.00')
    const contract = exchange.market.contract('BTCUSDT')
    exchange.market.setPrice(contract, exchange.clock.now(), { last: price, mark: price, index: price, then: 'hold' })
    exchange.clock.advance(1000)
    const last = client.heard.slice(before).at(-1)
    expect(last.find((row: Json) => row.s === 'BTCUSDT').c).toBe('97000.00')
    expect(last.map((row: Json) => row.s)).not.toContain('币安人生USDT')
  })

  it('announce a contract that settles', () => {
    const exchange = createExchange()
    const delivery = exchange.market.find('binance', 'BTCUSDT_261225')?.delivery ?? 0
    exchange.clock.advance(delivery - START - 5000)
    const client = dial(exchange, '/market/ws/!contractInfo')
    exchange.clock.advance(10_000)
    expect(client.heard.map(({ s, cs }) => `${s} ${cs}`)).toEqual([
      'BTCUSDT_261225 SETTLING',
      'ETHUSDT_261225 SETTLING',
    ])
  })
})

describe('the rules of a socket', () => {
  it('end it after too many messages, and after too many streams', () => {
    const exchange = createExchange()
    const chatty = dial(exchange, '/market/ws')
    for (let id = 0; id < 12; id += 1) chatty.say({ method: 'LIST_SUBSCRIPTIONS', id })
    expect([chatty.heard.length, chatty.ends]).toEqual([10, ['1008']])
    const greedy = dial(exchange, '/market/ws')
    greedy.say({ method: 'SUBSCRIBE', params: Array.from({ length: 1025 }, (_, n) => `s${n}@ticker`), id: 1 })
    expect([greedy.heard, greedy.ends]).toEqual([[], ['1008']])
  })

  it('drop who answers no ping, and leave no timer behind', () => {
    const exchange = createExchange()
    const client = dial(exchange, '/market/ws/btcusdt@markPrice@1s')
    exchange.clock.advance(10 * MINUTE)
    expect([client.pings.length, client.ends]).toEqual([3, ['abrupt']])
    const heard = client.heard.length
    exchange.clock.advance(MINUTE)
    expect(client.heard.length).toBe(heard)
    expect(exchange.clock.waiting).toBe(0)
  })

  it('refuse a path that is none, and everything while the exchange is offline', () => {
    const exchange = createExchange()
    expect(() => dial(exchange, '/market')).toThrow('400')
  })

  it('stop computing a stream nobody hears', () => {
    const exchange = createExchange()
    const client = dial(exchange, '/market/ws/btcusdt@markPrice@1s')
    client.say({ method: 'UNSUBSCRIBE', params: ['btcusdt@markPrice@1s'], id: 1 })
    client.incoming.closed()
    expect(exchange.clock.waiting).toBe(0)
  })
})
