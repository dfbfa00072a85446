import { describe, expect, it } from 'vitest'
import type { Read, ReadOutcome } from '../../engine/ports/plan.ts'
import { instrumentId } from '../../shared/ids.ts'
import { endedOrders } from './ended-orders.ts'
import rest from './fixtures/rest-account.json' with { type: 'json' }
import { failureOf, payload, perform, queryOf, refusal, valueOf } from './test/perform.ts'
import { context, market } from './test/scene.ts'

const [order] = rest.allOrders
const [algo] = rest.allAlgoOrders
const TO = 1_795_257_600_000
const DAY = 86_400_000
const stretch = { from: TO - 2_000_000, to: TO, instruments: [instrumentId(market, 'BTCUSDT')] }

interface Rows {
  readonly orders?: readonly unknown[]
  readonly algos?: readonly unknown[]
}

function exchange({ orders = [], algos = [] }: Rows) {
  return (read: Read): ReadOutcome => {
    if (read.path === '/fapi/v1/allOrders') return payload(orders)
    return payload(queryOf(read)['symbol'] === 'BTCUSDT' ? algos : [])
  }
}

function read(rows: Rows, asked: Read[] = []) {
  return valueOf(perform(endedOrders.read(context, stretch), exchange(rows), asked))
}

const asks = (asked: readonly Read[]) => asked.map((one) => [one.path, queryOf(one)['symbol']])

describe('orders that were rejected or have expired', () => {
  it('are those that ended in the window, named as the stream names them', () => {
    const { gone, fills, flows } = read({ orders: [order], algos: [algo] })
    expect([fills, flows]).toEqual([[], []])
    expect(gone).toEqual([
      {
        order: 'SOLUSDT:215456450700',
        instrument: instrumentId(market, 'SOLUSDT'),
        gone: 'expired',
        recency: { sequence: null, at: 1_795_256_000_000 },
      },
      {
        order: 'algo:2148700',
        instrument: instrumentId(market, 'BTCUSDT'),
        gone: 'rejected',
        recency: { sequence: null, at: 1_795_256_100_000 },
      },
    ])
    const outside = [stretch.from - 1, stretch.to + 1].map((updateTime) => ({ ...order, updateTime }))
    expect(read({ orders: outside }).gone).toEqual([])
  })

  it('are asked for three days back, conditional ones of every symbol that is known', () => {
    const asked: Read[] = []
    read({ orders: [order] }, asked)
    expect(asks(asked)).toEqual([
      ['/fapi/v1/allOrders', undefined],
      ['/fapi/v1/allAlgoOrders', 'BTCUSDT'],
      ['/fapi/v1/allAlgoOrders', 'SOLUSDT'],
    ])
    for (const one of asked)
      expect(queryOf(one)).toMatchObject({ startTime: String(TO - 3 * DAY + 1), endTime: String(TO), limit: '1000' })
    expect([endedOrders.windowMs, endedOrders.retentionMs]).toEqual([3 * DAY, 3 * DAY])
  })

  it('are nothing else, whatever the list holds, and a row that cannot be read costs itself alone', () => {
    const statuses = ['NEW', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'BRAND_NEW']
    const orders = [...statuses.map((status) => ({ ...order, status })), { ...order, updateTime: null }, 7]
    const algos = ['NEW', 'CANCELED', 'TRIGGERED', 'FINISHED'].map((algoStatus) => ({ ...algo, algoStatus }))
    expect(read({ orders: [...orders, { ...order, status: 'EXPIRED_IN_MATCH' }], algos }).gone).toMatchObject([
      { order: 'SOLUSDT:215456450700', gone: 'expired' },
    ])
  })

  it('name no contract that is not on the list', () => {
    expect(read({ orders: [{ ...order, symbol: 'GONEUSDT' }] }).gone).toMatchObject([{ instrument: null }])
  })

  it('are asked for by symbol where the exchange wants one, and a symbol it does not know is passed over', () => {
    const asked: Read[] = []
    const old = (one: Read): ReadOutcome => {
      const { symbol } = queryOf(one)
      if (symbol === undefined) return refusal(one, 400, -1102)
      return symbol === 'BTCUSDT' ? refusal(one, 400, -1121) : payload([order])
    }
    const instruments = ['BTCUSDT', 'SOLUSDT'].map((symbol) => instrumentId(market, symbol))
    const { gone } = valueOf(perform(endedOrders.read(context, { ...stretch, instruments }), old, asked))
    expect(gone).toHaveLength(1)
    expect(asks(asked)).toEqual([
      ['/fapi/v1/allOrders', undefined],
      ['/fapi/v1/allOrders', 'BTCUSDT'],
      ['/fapi/v1/allOrders', 'SOLUSDT'],
      ['/fapi/v1/allAlgoOrders', 'BTCUSDT'],
      ['/fapi/v1/allAlgoOrders', 'SOLUSDT'],
    ])
  })

  it.each(['/fapi/v1/allOrders', '/fapi/v1/allAlgoOrders'])('fail as a whole when %s is not to be had', (path) => {
    const busy = (one: Read) => (one.path === path ? refusal(one, 503, -1001) : exchange({})(one))
    expect(failureOf(perform(endedOrders.read(context, stretch), busy)).sentence.id).toBe('venue.maintenance')
  })
})

describe('many orders', () => {
  /** Told by when they were placed or when they ended, and where there are too many, these or those. */
  function crowd(count: number, by: 'time' | 'updateTime', which: 'oldest' | 'newest') {
    const every = Array.from({ length: count }, (_, index) => {
      const updateTime = TO - Math.floor((index * 2 * DAY) / count)
      return { ...order, orderId: index, time: updateTime - DAY / 2, updateTime }
    })
    return (one: Read): ReadOutcome => {
      if (one.path !== '/fapi/v1/allOrders') return payload([])
      const { startTime, endTime } = queryOf(one)
      const rows = every
        .filter((row) => row[by] >= Number(startTime) && row[by] <= Number(endTime))
        .sort((a, b) => a[by] - b[by])
      return payload(which === 'oldest' ? rows.slice(0, 1000) : rows.slice(-1000))
    }
  }

  it.each([
    ['time', 'oldest'],
    ['time', 'newest'],
    ['updateTime', 'oldest'],
    ['updateTime', 'newest'],
  ] as const)('are found once each, told by %s and the %s first', (by, which) => {
    const wide = { ...stretch, from: TO - DAY }
    const { gone } = valueOf(perform(endedOrders.read(context, wide), crowd(4_000, by, which)))
    expect(gone).toHaveLength(2_001)
    expect(new Set(gone.map(({ order: id }) => id)).size).toBe(2_001)
  })

  it('of a busy program cost twenty requests, and then those of the window', () => {
    const asked: Read[] = []
    const { gone } = valueOf(perform(endedOrders.read(context, stretch), crowd(60_000, 'updateTime', 'newest'), asked))
    expect(gone.length).toBeGreaterThan(600)
    expect(asked.filter(({ path }) => path === '/fapi/v1/allOrders')).toHaveLength(21)
  })
})
