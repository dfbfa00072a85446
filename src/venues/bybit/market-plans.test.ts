import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import { bybit } from './venue.ts'
import {
  context,
  contract,
  fixture,
  instruments,
  listBody,
  market,
  NOW,
  perform,
  queryOf,
  replied,
} from './test/kit.ts'

const rest = fixture('rest')
const row = rest.instruments.result.list[0]
const btc = instruments.get(instrumentId(market, 'BTCUSDT'))!

describe('instruments', () => {
  const list = (serve: (read: Read) => unknown[]) => {
    const { result } = perform(bybit.instruments(context), (read) => replied(listBody(serve(read))))
    if (!result.ok) throw new Error('No instruments')
    return result.value
  }
  const traded = (read: Read) => queryOf(read)['status'] === undefined

  it('reads a contract as it is listed', () => {
    const [instrument] = list((read) => (traded(read) && queryOf(read)['category'] === 'linear' ? [row] : []))
    expect(instrument).toEqual({
      instrument: 'bybit.mainnet/BTCUSDT',
      market,
      symbol: 'BTCUSDT',
      base: 'BTC',
      quote: 'USDT',
      settle: 'USDT',
      kind: 'linear',
      tick: '0.10',
      step: '0.001',
      contractSize: '1',
      sizeUnit: 'BTC',
      fundingIntervalHours: 8,
      expiresAt: null,
      trading: true,
    })
  })

  it('counts an inverse contract in its quote and settles it in its coin', () => {
    const inverse = { ...row, symbol: 'BTCUSD', contractType: 'InversePerpetual', quoteCoin: 'USD', settleCoin: 'BTC' }
    const found = list((read) => (traded(read) && queryOf(read)['category'] === 'inverse' ? [inverse] : []))
    expect(found).toMatchObject([{ kind: 'inverse', sizeUnit: 'USD', settle: 'BTC' }])
  })

  it('a dated contract expires, and a perpetual about to be delisted does not', () => {
    const dated = { ...row, symbol: 'BTC-26DEC26', contractType: 'LinearFutures', deliveryTime: '1798272000000' }
    const perpetual = { ...row, deliveryTime: '1798272000000' }
    const quarterly = { ...dated, fundingInterval: 0 }
    const found = list((read) => (traded(read) && queryOf(read)['category'] === 'linear' ? [quarterly, perpetual] : []))
    expect(found.map(({ expiresAt }) => expiresAt)).toEqual([1_798_272_000_000, null])
    expect(found[0]?.fundingIntervalHours).toBeNull()
  })

  it('closed and delivering contracts are known but not trading, and never hide a traded one', () => {
    const closed = { ...row, status: 'Closed' }
    const old = { ...closed, symbol: 'BTCUSDZ25', contractType: 'InverseFutures', settleCoin: 'BTC' }
    const found = list((read) => (traded(read) ? (queryOf(read)['category'] === 'linear' ? [row] : []) : [closed, old]))
    expect(found.map(({ symbol, trading }) => [symbol, trading])).toEqual([
      ['BTCUSDT', true],
      ['BTCUSDZ25', false],
    ])
  })

  it('reads more than one page of each category', () => {
    const { result } = perform(bybit.instruments(context), (read) => {
      const first = queryOf(read)['cursor'] === undefined
      const symbol = `${queryOf(read)['category'] ?? ''}${first ? 1 : 2}`
      return replied(listBody([{ ...row, symbol }], first ? 'first%3DB%26last%3DB' : ''))
    })
    expect(result.ok && result.value.map(({ symbol }) => symbol)).toEqual([
      'linear1',
      'linear2',
      'inverse1',
      'inverse2',
    ])
  })

  it('one row that cannot be read costs that contract only', () => {
    const broken = [{ ...row, symbol: 'BAD', priceFilter: null }, null, row]
    expect(list((read) => (traded(read) ? broken : [])).map(({ symbol }) => symbol)).toEqual(['BTCUSDT'])
  })
})

describe('candles', () => {
  const HOUR = 3_600_000
  const serve = (read: Read) => {
    const { end, limit } = queryOf(read)
    const newest = Math.floor(Number(end) / HOUR)
    const rows = Array.from({ length: Number(limit) }, (_, index) => (newest - index) * HOUR).filter(
      (start) => start >= 0,
    )
    return replied(listBody(rows.map((start) => [String(start), '1', '3', '0.5', '2', '10', '20'])))
  }

  it('come oldest first, the last one open', () => {
    const serveFixture = () => replied(rest.kline)
    const { result, reads } = perform(bybit.candles(context, btc, '1h', NOW, 2, NOW), serveFixture)
    expect(queryOf(reads[0]!)).toEqual({
      category: 'linear',
      symbol: 'BTCUSDT',
      interval: '60',
      end: String(NOW - 1),
      limit: '2',
    })
    expect(result).toMatchObject({
      ok: true,
      value: [
        { openedAt: 1_795_251_600_000, close: '83950.0', closed: true },
        { openedAt: 1_795_255_200_000, open: '83950.0', volume: '812.337', closed: false },
      ],
    })
  })

  it('opened before the given moment only', () => {
    const { result } = perform(bybit.candles(context, btc, '1h', 10 * HOUR, 3, NOW), serve)
    expect(result.ok && result.value.map(({ openedAt }) => openedAt / HOUR)).toEqual([7, 8, 9])
  })

  it('are read in as many parts as it takes, without a gap or a double', () => {
    const { result, reads } = perform(bybit.candles(context, btc, '1h', 5000 * HOUR, 2500, NOW), serve)
    expect(reads.map((read) => queryOf(read)['limit'])).toEqual(['1000', '1000', '500'])
    const opened = result.ok ? result.value.map(({ openedAt }) => openedAt / HOUR) : []
    expect(opened).toEqual(Array.from({ length: 2500 }, (_, index) => 2500 + index))
  })

  it('end where the history begins', () => {
    const { result, reads } = perform(bybit.candles(context, btc, '1h', 3 * HOUR, 2500, NOW), serve)
    expect([result.ok && result.value.length, reads.length]).toEqual([3, 1])
  })

  it('an unreadable row is refused', () => {
    const broken = () => replied(listBody([['1795255200000', '1', '', '1', '1', '1', '1']]))
    expect(perform(bybit.candles(context, btc, '1h', NOW, 2, NOW), broken).result.ok).toBe(false)
  })
})

describe('prices to start from', () => {
  it('are whole and older than anything a stream says', () => {
    const { result, reads } = perform(bybit.prices(context, [btc]), () => replied(rest.tickers))
    expect(reads.map(queryOf)).toEqual([{ category: 'linear', symbol: 'BTCUSDT' }])
    expect(result).toMatchObject({
      ok: true,
      value: [{ instrument: 'bybit.mainnet/BTCUSDT', whole: true, order: 0, at: NOW, fields: { mark: '84021.50' } }],
    })
  })

  it('of many contracts are one read per category', () => {
    const many = Array.from({ length: 9 }, (_, index) => contract(`T${index}USDT`, 'linear', 'USDT'))
    const { reads } = perform(bybit.prices(context, [...many, contract('BTCUSD', 'inverse', 'BTC')]), () =>
      replied(listBody([])),
    )
    expect(reads.map(queryOf)).toEqual([{ category: 'linear' }, { category: 'inverse', symbol: 'BTCUSD' }])
  })

  it('leave out what was not asked for and what cannot be read', () => {
    const [ticker] = rest.tickers.result.list
    const rows = [{ ...ticker, symbol: 'OTHERUSDT' }, { ...ticker, markPrice: 'x' }, null]
    const { result } = perform(bybit.prices(context, [btc]), () => replied(listBody(rows)))
    expect(result).toEqual({ ok: true, value: [] })
  })
})

describe('the exchange’s clock', () => {
  it('is read from its nanoseconds', () => {
    expect(perform(bybit.serverTime(), () => replied(rest.time)).result).toEqual({ ok: true, value: 1_795_257_600_345 })
    expect(perform(bybit.serverTime(), () => replied(listBody([]))).result.ok).toBe(false)
  })
})
