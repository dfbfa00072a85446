import { describe, expect, it } from 'vitest'
import { parseSocketTarget } from './socket-target.ts'

describe('what a handshake asks for', () => {
  it.each([
    ['/public/ws', { route: 'public', framing: 'raw', streams: [] }],
    [
      '/market/ws/btcusdt@markPrice@1s/!contractInfo',
      { route: 'market', framing: 'raw', streams: ['btcusdt@markPrice@1s', '!contractInfo'] },
    ],
    [
      '/market/stream?streams=a@ticker/b@ticker',
      { route: 'market', framing: 'combined', streams: ['a@ticker', 'b@ticker'] },
    ],
    [
      '/public/stream?streams=%E5%B8%81usdt@bookTicker',
      { route: 'public', framing: 'combined', streams: ['币usdt@bookTicker'] },
    ],
    ['/ws/btcusdt@bookTicker', { route: 'public', framing: 'raw', streams: ['btcusdt@bookTicker'] }],
    ['/stream', { route: 'public', framing: 'combined', streams: [] }],
  ])('%s is market data', (target, wanted) => {
    expect(parseSocketTarget(target)).toEqual({ kind: 'market', ...wanted })
  })

  it.each([
    ['/private/ws?listenKey=k&events=A/B', 'raw', [{ listenKey: 'k', events: ['A', 'B'], form: 'query' }]],
    ['/private/ws?events=A&listenKey=k', 'raw', [{ listenKey: 'k', events: ['A'], form: 'query' }]],
    ['/private/ws?listenKey=k', 'raw', [{ listenKey: 'k', events: null, form: 'query' }]],
    ['/private/ws/k', 'raw', [{ listenKey: 'k', events: null, form: 'path' }]],
    ['/private/ws', 'raw', []],
    [
      '/private/stream?listenKey=k&events=A&listenKey=l&events=B',
      'combined',
      [
        { listenKey: 'k', events: ['A'], form: 'query' },
        { listenKey: 'l', events: ['B'], form: 'query' },
      ],
    ],
  ])('%s is user data', (target, framing, keys) => {
    expect(parseSocketTarget(target)).toEqual({ kind: 'private', framing, keys })
  })

  it.each(['/', '/elsewhere/ws', '/market', '/market/stream?streams=a@ticker,b@ticker', '/fapi/v1/time'])(
    '%s breaks the handshake',
    (target) => expect(parseSocketTarget(target)).toBeNull(),
  )
})
