import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { context, fixture, instruments } from './test/kit.ts'
import { readTickerQuickly } from './quick-ticker.ts'
import { bybit } from './venue.ts'

const [feed] = bybit.marketFeeds(context.hosts)
const hear = (text: string) => feed!.hear(text, { instruments })
/** A space in front is nothing to JSON and everything to a layout, so this goes the long way. */
const hearTheLongWay = (text: string) => hear(` ${text}`)

type Json = Readonly<Record<string, unknown>>

const { tickerSnapshot, tickerDelta } = fixture('public') as Readonly<Record<string, Json & { readonly data: Json }>>
const snapshot = tickerSnapshot!
const names = Object.keys(snapshot.data)

const amounts = [
  '',
  '0',
  '-0',
  '0.00',
  '84020.10',
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
const oddities = ['BTCUSDT', 'ETHUSDT', 'a"b', 'a\\b', 'a\nb', '\u2028', null, true, 0, -1, 1.5, 1e21, {}, []]
const value = fc.oneof(fc.constantFrom(...amounts), fc.constantFrom<unknown>(...oddities), fc.string(), fc.nat())

/** Any part of a ticker's fields, in order. */
const parts = fc
  .subarray(names.filter((name) => name !== 'symbol'))
  .map((kept) => Object.fromEntries(['symbol', ...kept].map((name) => [name, snapshot.data[name]])))
const type = fc.constantFrom('snapshot', 'delta')
const partial = fc.tuple(type, parts).map(([kind, data]) => JSON.stringify({ ...snapshot, type: kind, data }))
const changed = fc
  .tuple(type, parts, fc.dictionary(fc.constantFrom(...names, 'x'), value, { maxKeys: 2 }))
  .map(([kind, data, change]) => JSON.stringify({ ...snapshot, type: kind, data: { ...data, ...change } }))
const reframed = fc
  .dictionary(fc.constantFrom('topic', 'type', 'cs', 'ts', 'x'), value, { minKeys: 1, maxKeys: 2 })
  .map((change) => JSON.stringify({ ...tickerDelta, ...change }))
const shuffled = fc
  .shuffledSubarray(Object.entries(snapshot.data))
  .map((entries) => JSON.stringify({ ...snapshot, data: Object.fromEntries(entries) }))
const garbled = fc
  .tuple(partial, fc.nat(), fc.nat(3), fc.constantFrom('', '"', '0', '.', ',', '}', '\\', 'é'))
  .map(([text, at, length, put]) => {
    const place = at % text.length
    return text.slice(0, place) + put + text.slice(place + length)
  })

describe('the quick way', () => {
  it('is taken by tickers as the exchange writes them, whatever part of the fields they name', () => {
    expect(readTickerQuickly(JSON.stringify(snapshot))).toMatchObject({ symbol: 'BTCUSDT', whole: true })
    expect(readTickerQuickly(JSON.stringify(tickerDelta))).toMatchObject({ whole: false, fields: { mark: '84022.10' } })
    fc.assert(fc.property(partial, (text) => readTickerQuickly(text) !== null))
  })

  it('is not taken by what means something else than it says', () => {
    const twice = JSON.stringify(tickerDelta).replace('"indexPrice"', '"markPrice":"1","indexPrice"')
    expect(readTickerQuickly(twice)).toBeNull()
    expect(readTickerQuickly(JSON.stringify(tickerDelta).replace('84022.10', '84022.1\\u0030'))).toBeNull()
  })

  it('hears what the long way hears, whatever was changed, left out, reordered or garbled', () => {
    fc.assert(
      fc.property(fc.oneof(partial, changed, reframed, shuffled, garbled), (text) => {
        expect(hear(text)).toEqual(hearTheLongWay(text))
      }),
      { numRuns: 3000 },
    )
  })
})
