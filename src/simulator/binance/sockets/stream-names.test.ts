import { describe, expect, it } from 'vitest'
import { parseStreamName, routeOf } from './stream-names.ts'

describe('stream names', () => {
  it.each([
    ['btcusdt@bookTicker', 'public', { kind: 'book-ticker', symbol: 'BTCUSDT' }],
    ['!bookTicker', 'public', { kind: 'all-book-tickers' }],
    ['btcusdt@markPrice', 'market', { kind: 'mark-price', symbol: 'BTCUSDT', everyMs: 3000 }],
    ['btcusdt_261225@markPrice@1s', 'market', { kind: 'mark-price', symbol: 'BTCUSDT_261225', everyMs: 1000 }],
    ['币安人生usdt@kline_1m', 'market', { kind: 'kline', symbol: '币安人生USDT', interval: '1m' }],
    ['ethusdt@kline_1M', 'market', { kind: 'kline', symbol: 'ETHUSDT', interval: '1M' }],
    ['ethusdt@miniTicker', 'market', { kind: 'mini-ticker', symbol: 'ETHUSDT' }],
    ['ethusdt@ticker', 'market', { kind: 'ticker', symbol: 'ETHUSDT' }],
    ['!miniTicker@arr', 'market', { kind: 'all-mini-tickers' }],
    ['!contractInfo', 'market', { kind: 'contract-info' }],
  ] as const)('%s runs on /%s', (name, route, topic) => {
    const parsed = parseStreamName(name)
    expect(parsed).toEqual(topic)
    expect(parsed && routeOf(parsed)).toBe(route)
  })

  it.each(['BTCUSDT@bookTicker', 'btcusdt@nonsense', 'btcusdt', '@bookTicker', 'btcusdt@kline_1s1', '!nonsense', ''])(
    '%s is no stream',
    (name) => expect(parseStreamName(name)).toBeNull(),
  )
})
