import { describe, expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import type { OrderWish } from '../../ledger/order.ts'
import { ask, createExchange, get, place, START, wish, type Exchange, type Json } from './exchange.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const limit = wish('BTCUSDT', 'buy', '0.001', { price: decimal('50000') })
const ether = wish('ETHUSDT', 'buy', '0.01', { price: decimal('1000') })
const stop: OrderWish = {
  ...limit,
  trigger: { price: decimal('40000'), when: 'falls', by: 'last', purpose: 'entry' },
}

/** Made a minute after the one before. */
function made(exchange: Exchange, order: OrderWish): number {
  exchange.clock.advance(MINUTE)
  return place(exchange, order)
}

function ended(exchange: Exchange, number: number, how: 'rejected' | 'expired'): void {
  exchange.ledger.end(exchange.account, number, how, exchange.clock.now())
}

const statuses = (rows: Json) => rows.map((row: Json) => row.status ?? row.algoStatus)

describe('all orders', () => {
  it('are those of the book, open or not, of every contract or of one', () => {
    const exchange = createExchange()
    const orders = [limit, limit, limit, ether, stop]
    const [rejected = 0, expired = 0] = orders.map((order) => made(exchange, order))
    made(exchange, wish('BTCUSDT', 'buy', '0.001'))
    exchange.clock.advance(MINUTE)
    ended(exchange, rejected, 'rejected')
    ended(exchange, expired, 'expired')
    const rows = get(exchange, '/fapi/v1/allOrders')
    expect(statuses(rows)).toEqual(['EXPIRED', 'EXPIRED', 'NEW', 'NEW', 'FILLED'])
    expect(rows[0]).toMatchObject({ symbol: 'BTCUSDT', time: START + MINUTE, updateTime: exchange.clock.now() })
    expect(statuses(get(exchange, '/fapi/v1/allOrders', 'symbol=ETHUSDT'))).toEqual(['NEW'])
  })

  it('are told by when they were made: from a start the oldest, else the newest', () => {
    const exchange = createExchange()
    const [first, second, third] = [limit, limit, limit].map((order) => {
      made(exchange, order)
      return exchange.clock.now()
    })
    const times = (query: string) => get(exchange, '/fapi/v1/allOrders', query).map((row: Json) => row.time)
    expect(times(`startTime=${first}&endTime=${second}`)).toEqual([first, second])
    expect(times(`startTime=${START}&limit=2`)).toEqual([first, second])
    expect(times('limit=2')).toEqual([second, third])
  })

  it('are forgotten three days after they were made where nothing was filled, else after three months', () => {
    const exchange = createExchange()
    made(exchange, wish('BTCUSDT', 'buy', '0.001'))
    const number = made(exchange, limit)
    const since = exchange.clock.now()
    exchange.clock.advance(2 * DAY)
    ended(exchange, number, 'expired')
    const told = (from: number) => statuses(get(exchange, '/fapi/v1/allOrders', `startTime=${from}`))
    expect(told(START)).toEqual(['FILLED', 'EXPIRED'])
    exchange.clock.advance(DAY + 1)
    expect([told(START), told(since)]).toEqual([['FILLED'], []])
  })

  it.each([
    [`startTime=${START - 8 * DAY}&endTime=${START}`, -4165],
    [`startTime=${START}&endTime=${START - 1}`, -1023],
    ['limit=1001', -1130],
    ['symbol=NOPE', -1121],
    ['orderId=1', -1104],
  ])('%s is refused with %d', (query, code) => {
    expect(ask(createExchange(), 'GET', '/fapi/v1/allOrders', query)).toMatchObject({ status: 400, json: { code } })
  })
})

describe('all conditional orders', () => {
  it('are those of one contract, whatever became of them', () => {
    const exchange = createExchange()
    const [rejected = 0, expired = 0, filled = 0] = [stop, stop, stop, stop].map((order) => made(exchange, order))
    made(exchange, limit)
    ended(exchange, rejected, 'rejected')
    ended(exchange, expired, 'expired')
    const wished = { price: decimal('40000'), quantity: null, liquidity: 'taker' } as const
    exchange.ledger.fillOrder(exchange.account, filled, wished, exchange.clock.now())
    const rows = get(exchange, '/fapi/v1/allAlgoOrders', 'symbol=BTCUSDT')
    expect(statuses(rows)).toEqual(['REJECTED', 'EXPIRED', 'FINISHED', 'NEW'])
    expect(rows[0]).toMatchObject({ createTime: START + MINUTE, updateTime: exchange.clock.now(), actualOrderId: '' })
    expect(rows[2].actualOrderId).not.toBe('')
  })

  it('want a symbol', () => {
    expect(ask(createExchange(), 'GET', '/fapi/v1/allAlgoOrders').json.code).toBe(-1102)
  })
})
