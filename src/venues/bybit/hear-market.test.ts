import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import { context, fixture, instruments, market } from './test/kit.ts'
import { bybit } from './venue.ts'

const frames = fixture('public')
const btc = instrumentId(market, 'BTCUSDT')

function hear(frame: unknown) {
  const [feed] = bybit.marketFeeds(context.hosts)
  return feed!.hear(typeof frame === 'string' ? frame : JSON.stringify(frame), { instruments })
}

function deltaWith(data: Readonly<Record<string, unknown>>) {
  return { ...frames.tickerDelta, data: { symbol: 'BTCUSDT', ...data } }
}

describe('a ticker', () => {
  it('snapshot is whole and keeps every digit', () => {
    expect(hear(frames.tickerSnapshot)).toEqual({
      ok: true,
      value: {
        kind: 'items',
        items: [
          {
            kind: 'price',
            instrument: btc,
            stream: 'tickers',
            whole: true,
            fields: {
              bid: '84020.00',
              bidSize: '2.871',
              ask: '84020.10',
              askSize: '4.120',
              last: '84020.10',
              mark: '84021.50',
              index: '84018.77',
              change24h: '0.008523',
              high24h: '84500.00',
              low24h: '82990.50',
              volume24h: '73788.4450',
              turnover24h: '6180452133.5512',
              fundingRate: '0.0001',
              nextFundingAt: 1_795_276_800_000,
            },
            order: 814_547_789_500,
            at: 1_795_257_600_000,
          },
        ],
      },
    })
  })

  it('delta names changed fields only, so that a merge cannot lose the others', () => {
    expect(hear(frames.tickerDelta)).toMatchObject({
      value: { items: [{ whole: false, fields: { mark: '84022.10', index: '84019.40' }, order: 814_547_789_569 }] },
    })
    const heard = hear(frames.tickerDelta)
    const [item] = heard.ok && heard.value.kind === 'items' ? heard.value.items : []
    const told = item?.kind === 'price' ? Object.entries(item.fields).filter(([, value]) => value !== undefined) : []
    expect(told.map(([name]) => name)).toEqual(['mark', 'index'])
  })

  it('an empty text in a delta is a value: the exchange has none now', () => {
    expect(hear(deltaWith({ fundingRate: '', nextFundingTime: '', bid1Price: null }))).toMatchObject({
      value: { items: [{ fields: { fundingRate: null, nextFundingAt: null, bid: null } }] },
    })
  })

  it('scientific notation becomes plain digits', () => {
    expect(hear(deltaWith({ fundingRate: '-2.8E-5' }))).toMatchObject({
      value: { items: [{ fields: { fundingRate: '-0.000028' } }] },
    })
  })

  it('unknown fields and the delivery time’s changing shape are of no concern', () => {
    const odd = { deliveryTime: '2026-12-26T08:00:00Z', newField: { deep: [1] }, markPrice: '84000', __proto__: 'x' }
    expect(hear(deltaWith(odd))).toMatchObject({ value: { items: [{ fields: { mark: '84000' } }] } })
  })

  it.each([84000.5, 'NaN', '84,000', '84000.', '1e999', '9'.repeat(61), true, {}, ' 1'])(
    'refuses a price of %j',
    (price) => {
      expect(hear(deltaWith({ markPrice: price }))).toMatchObject({
        ok: false,
        failure: { sentence: { id: 'venue.unreadable', values: { what: 'tickers: markPrice' } } },
      })
    },
  )

  it.each([
    ['data', null],
    ['data', 'text'],
    ['ts', '1795257600000'],
    ['type', 'rumour'],
  ])('refuses a frame whose %s is %j', (name, value) => {
    expect(hear({ ...frames.tickerDelta, [name]: value }).ok).toBe(false)
  })

  it('of a contract that is not listed is not invented', () => {
    const frame = { ...frames.tickerDelta, topic: 'tickers.NOPEUSDT' }
    expect(hear(frame)).toMatchObject({ value: { kind: 'ignored' } })
  })

  it('is ordered by its time where the sequence is missing', () => {
    expect(hear({ ...frames.tickerDelta, cs: undefined })).toMatchObject({
      value: { items: [{ order: 1_795_257_600_101 }] },
    })
  })
})

describe('a candle', () => {
  it('that is still open says so', () => {
    expect(hear(frames.kline)).toEqual({
      ok: true,
      value: {
        kind: 'items',
        items: [
          {
            kind: 'candle',
            instrument: btc,
            interval: '1m',
            candle: {
              openedAt: 1_795_257_600_000,
              open: '84000.1',
              high: '84025',
              low: '83998.2',
              close: '84020.1',
              volume: '22.081',
              closed: false,
            },
            at: 1_795_257_612_882,
          },
        ],
      },
    })
  })

  it('that is final says so', () => {
    const frame = fixture('public').kline
    frame.data[0].confirm = true
    expect(hear(frame)).toMatchObject({ value: { items: [{ candle: { closed: true } }] } })
  })

  it.each(['kline.3.BTCUSDT', 'kline.1.NOPEUSDT', 'kline.', 'kline.1'])('of topic %s is nobody’s', (topic) => {
    expect(hear({ ...frames.kline, topic })).toMatchObject({ value: { kind: 'ignored' } })
  })
})

describe('the market feeds', () => {
  const [linear, inverse] = bybit.marketFeeds(context.hosts)

  it.each(['1m', '5m', '15m', '1h', '4h', '1d'] as const)(
    'asks for candles of %s by the exchange’s word',
    (interval) => {
      const words = { '1m': '1', '5m': '5', '15m': '15', '1h': '60', '4h': '240', '1d': 'D' }
      const instrument = instruments.get(btc)!
      expect(linear!.topicsFor({ kind: 'candle', instrument, interval })).toEqual([`kline.${words[interval]}.BTCUSDT`])
    },
  )

  it('carries each contract on the feed of its category', () => {
    const usdc = { kind: 'price', instrument: instruments.get(instrumentId(market, 'BTCPERP'))! } as const
    const coin = { kind: 'price', instrument: instruments.get(instrumentId(market, 'BTCUSD'))! } as const
    expect([linear!.topicsFor(usdc), inverse!.topicsFor(usdc)]).toEqual([['tickers.BTCPERP'], []])
    expect([linear!.topicsFor(coin), inverse!.topicsFor(coin)]).toEqual([[], ['tickers.BTCUSD']])
  })

  it.each(['trade', 'liquidation', 'orderbook'])('passes over a %s frame', (name) => {
    expect(hear(frames[name])).toMatchObject({ ok: true, value: { kind: 'ignored' } })
  })
})
