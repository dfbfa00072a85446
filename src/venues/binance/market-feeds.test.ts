import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../shared/result.ts'
import { instrumentId } from '../../shared/ids.ts'
import frames from './fixtures/market-frames.json' with { type: 'json' }
import { marketFeeds } from './market-feeds.ts'
import { valueOf } from './test/perform.ts'
import { instruments, market } from './test/scene.ts'
import { hostsOf } from './urls.ts'

const feeds = marketFeeds(hostsOf('mainnet', {}))
const books = feeds[0]!
const prices = feeds[1]!
const listed = (symbol: string) => instruments.get(instrumentId(market, symbol))!
const price = (symbol: string) => ({ kind: 'price', instrument: listed(symbol) }) as const
const candle = (symbol: string) => ({ kind: 'candle', instrument: listed(symbol), interval: '1m' }) as const
const hear = (frame: unknown) => valueOf(prices.hear(JSON.stringify(frame), { instruments }))

describe('routes', () => {
  it('puts each stream on the route that carries it, and never two routes on one socket', () => {
    expect(feeds.map((feed) => feed.url(null))).toEqual([
      'wss://fstream.binance.com/public/ws',
      'wss://fstream.binance.com/market/ws',
    ])
    expect(books.topicsFor(price('BTCUSDT'))).toEqual(['btcusdt@bookTicker'])
    expect(prices.topicsFor(price('BTCUSDT'))).toEqual(['btcusdt@markPrice@1s', 'btcusdt@ticker', '!contractInfo'])
    expect(prices.topicsFor(candle('BTCUSDT_261225'))).toContain('btcusdt_261225@kline_1m')
    expect(books.topicsFor(candle('BTCUSDT'))).toEqual([])
  })

  it('writes names in lower case and leaves other letters as they are', () => {
    expect(books.topicsFor(price('币安人生USDT'))).toEqual(['币安人生usdt@bookTicker'])
    expect(books.topicsFor(price('1000PEPEUSDT'))).toEqual(['1000pepeusdt@bookTicker'])
  })

  it('takes no confirmation for data: silence shows within a time of its own for each feed', () => {
    expect(books.pace.itemsWithin).toBe(60_000)
    expect(prices.pace.itemsWithin).toBe(15_000)
    expect(hear({ result: null, id: 4 })).toEqual({ kind: 'subscribed', id: '4' })
  })

  it('stays below the limits of a connection', () => {
    for (const { pace } of feeds) {
      expect(pace.topicsPerConnection).toBeLessThanOrEqual(1024)
      expect(pace.messagesPerSecond).toBeLessThan(10)
    }
  })
})

describe('asking', () => {
  it('numbers its questions with whole numbers', () => {
    expect(prices.subscribe(['a', 'b'], '7')).toEqual(['{"method":"SUBSCRIBE","params":["a","b"],"id":7}'])
    expect(prices.unsubscribe(['a'], '8')).toEqual(['{"method":"UNSUBSCRIBE","params":["a"],"id":8}'])
    expect(prices.subscribe([], '9')).toEqual([])
  })

  it('hears refusals in both shapes', () => {
    for (const reply of [
      { code: 2, msg: 'Invalid request', id: 7 },
      { error: { code: 2, msg: 'Invalid' }, id: 7 },
    ])
      expect(hear(reply)).toMatchObject({ kind: 'unsubscribable', id: '7', topics: [] })
    expect(hear({ code: 3, msg: 'Invalid JSON' })).toMatchObject({ kind: 'unsubscribable', id: null })
  })

  it('hears the answer to its heartbeat', () => {
    expect(hear({ result: ['btcusdt@ticker'], id: 3 })).toEqual({ kind: 'heartbeat' })
  })
})

describe('frames', () => {
  it('tells bid and ask in the order of the book', () => {
    expect(hear(frames.bookTicker)).toMatchObject({
      items: [{ stream: 'book', order: 9924360161244, fields: { bid: '91739.90', ask: '91740.00' } }],
    })
  })

  it('tells mark, index and funding; a dated contract has no funding', () => {
    expect(hear(frames.markPrice)).toMatchObject({
      items: [{ stream: 'mark', fields: { mark: '91739.90000000', fundingRate: '0.00010000' } }],
    })
    for (const r of ['0.00000000', ''])
      expect(hear({ ...frames.markPriceDated, r })).toMatchObject({
        items: [{ fields: { mark: '92410.10000000', fundingRate: null, nextFundingAt: null } }],
      })
  })

  it.each([
    ['0.893', '0.00893'],
    ['-12.5', '-0.125'],
    ['1234.5', '12.345'],
    ['-0.000', '0'],
    ['5', '0.05'],
  ])('tells a change of %s percent as %s', (P, change24h) => {
    expect(hear({ ...frames.ticker, P })).toMatchObject({ items: [{ stream: 'day', fields: { change24h } }] })
  })

  it('tells candles, forming and final', () => {
    expect(hear(frames.kline)).toMatchObject({
      items: [{ interval: '1m', candle: { closed: false, close: '91740.00' } }],
    })
    const final = { ...frames.kline, k: { ...frames.kline.k, x: true } }
    expect(hear(final)).toMatchObject({ items: [{ candle: { closed: true, openedAt: 1_795_257_600_000 } }] })
  })

  it('reads scientific notation', () => {
    const frame = { ...frames.markPrice, s: '1000PEPEUSDT', p: '2.8E-4' }
    expect(hear(frame)).toMatchObject({ items: [{ fields: { mark: '0.00028' } }] })
  })

  it('drops COIN-M and whatever is not listed', () => {
    expect(hear({ ...frames.bookTicker, s: 'BTCUSD_PERP', st: 2 })).toMatchObject({ kind: 'ignored' })
    expect(hear({ ...frames.bookTicker, st: 2 })).toMatchObject({ kind: 'ignored' })
    expect(hear({ ...frames.markPrice, s: 'NOBODYUSDT' })).toMatchObject({ kind: 'ignored' })
    expect(hear({ ...frames.contractInfo, st: 2 })).toMatchObject({ kind: 'ignored' })
  })

  it('fetches the list of contracts when it changed', () => {
    expect(hear(frames.contractInfo)).toMatchObject({ items: [{ kind: 'instruments-changed' }] })
  })

  it('finds a contract that was listed later, and forgets the market of no list', () => {
    const few = new Map([[instrumentId(market, 'SOLUSDT'), listed('SOLUSDT')]])
    const text = JSON.stringify(frames.bookTicker)
    expect(valueOf(books.hear(text, { instruments: few })).kind).toBe('ignored')
    few.set(instrumentId(market, 'BTCUSDT'), listed('BTCUSDT'))
    expect(valueOf(books.hear(text, { instruments: few })).kind).toBe('items')
    expect(valueOf(books.hear(text, { instruments: new Map() })).kind).toBe('ignored')
  })

  it('never throws, and never makes a price of something that is no number', () => {
    const known = [frames.bookTicker, frames.markPrice, frames.ticker, frames.kline]
    const spoilt = fc.tuple(fc.constantFrom(...known), fc.nat(), fc.jsonValue()).map(([frame, place, junk]) => {
      const names = Object.keys(frame)
      return JSON.stringify({ ...frame, [names[place % names.length]!]: junk })
    })
    const texts = fc.oneof(spoilt, fc.json(), fc.string({ unit: 'binary' }))
    const property = fc.property(texts, (text) => {
      expect(amountsIn(prices.hear(text, { instruments })).filter((one) => !/^-?\d+(?:\.\d+)?$/.test(one))).toEqual([])
    })
    fc.assert(property, { numRuns: 500 })
  })
})

function amountsIn(heard: Result<unknown>): readonly string[] {
  if (!heard.ok) return []
  const { items = [] } = heard.value as { readonly items?: readonly { readonly fields?: object }[] }
  return items.flatMap(({ fields = {} }) => Object.values(fields)).filter((one) => typeof one === 'string')
}
