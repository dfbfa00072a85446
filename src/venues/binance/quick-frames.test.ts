import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import frames from './fixtures/market-frames.json' with { type: 'json' }
import { marketFeeds } from './market-feeds.ts'
import { readBook, readDay, readMark } from './quick-frames.ts'
import { instruments } from './test/scene.ts'
import { hostsOf } from './urls.ts'

const [books] = marketFeeds(hostsOf('mainnet', {}))
const hear = (text: string) => books!.hear(text, { instruments })
/** A space in front is nothing to JSON and everything to a layout, so this goes the long way. */
const hearTheLongWay = (text: string) => hear(` ${text}`)

const { bookTicker, markPrice, markPriceDated, ticker } = frames
const recorded = [bookTicker, markPrice, markPriceDated, ticker].map((frame) => JSON.stringify(frame))

const amounts = [
  '',
  '0',
  '-0',
  '0.00',
  '91739.90',
  '-1.5',
  '2.8E-4',
  '1e5',
  '.5',
  '5.',
  '+1',
  '1,5',
  'NaN',
  '1'.repeat(40),
]
const oddities = ['BTCUSDT', '币安人生USDT', 'a"b', 'a\\b', 'a\nb', '\u2028', null, true, 0, -1, 1.5, 1e21, 2, {}, []]
const value = fc.oneof(fc.constantFrom(...amounts), fc.constantFrom<unknown>(...oddities), fc.string(), fc.nat())
const base = fc.constantFrom<Readonly<Record<string, unknown>>>(bookTicker, markPrice, markPriceDated, ticker)

const changed = base.chain((frame) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(frame), 'x', 'st'), value, { maxKeys: 3 })
    .map((change) => JSON.stringify({ ...frame, ...change })),
)
const shortened = base.chain((frame) =>
  fc.subarray(Object.entries(frame), { minLength: 1 }).map((entries) => JSON.stringify(Object.fromEntries(entries))),
)
const shuffled = base.chain((frame) =>
  fc
    .shuffledSubarray(Object.entries(frame), { minLength: Object.keys(frame).length })
    .map((entries) => JSON.stringify(Object.fromEntries(entries))),
)
const garbled = fc
  .tuple(fc.constantFrom(...recorded), fc.nat(), fc.nat(3), fc.constantFrom('', '"', '0', '.', ',', '}', '\\', 'é'))
  .map(([text, at, length, put]) => {
    const place = at % text.length
    return text.slice(0, place) + put + text.slice(place + length)
  })

describe('the quick way', () => {
  it('is taken by frames as the exchange writes them', () => {
    expect(readBook(recorded[0]!)).toMatchObject({ symbol: 'BTCUSDT', stated: { bid: '91739.90', ask: '91740.00' } })
    expect(readMark(recorded[1]!)).toMatchObject({ symbol: 'BTCUSDT', stated: { mark: '91739.90000000' } })
    expect(readMark(recorded[2]!)).toMatchObject({ stated: { paidAt: 0 } })
    expect(readDay(recorded[3]!)).toMatchObject({ symbol: 'BTCUSDT', stated: { percent: '0.893' } })
  })

  it.each(recorded)('hears what the long way hears: %s', (text) => {
    expect(hear(text)).toMatchObject({ ok: true, value: { kind: 'items' } })
    expect(hear(text)).toEqual(hearTheLongWay(text))
  })

  it('hears what the long way hears, whatever was changed, left out, reordered or garbled', () => {
    fc.assert(
      fc.property(fc.oneof(changed, shortened, shuffled, garbled), (text) => {
        expect(hear(text)).toEqual(hearTheLongWay(text))
      }),
      { numRuns: 3000 },
    )
  })
})
