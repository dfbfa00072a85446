import { describe, expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { ask, createExchange, get, place, START, wish, type Exchange, type Json } from './exchange.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function trades(exchange: Exchange, query = ''): Json {
  return get(exchange, '/fapi/v1/userTrades', `symbol=BTCUSDT${query}`)
}

/** One fill a day for `days` days. */
function traded(days: number) {
  const exchange = createExchange()
  for (let day = 0; day < days; day += 1) {
    place(exchange, wish('BTCUSDT', 'buy', '0.001'))
    exchange.clock.advance(DAY)
  }
  return exchange
}

describe('trades', () => {
  it.each([
    ['', -1102],
    ['symbol=NOPE', -1121],
    [`symbol=BTCUSDT&startTime=${START}&fromId=1`, -1128],
    [`symbol=BTCUSDT&startTime=${START - 8 * DAY}&endTime=${START}`, -4165],
    [`symbol=BTCUSDT&startTime=${START}&endTime=${START - 1}`, -1023],
    ['symbol=BTCUSDT&limit=1001', -1130],
  ])('%s is refused with %d', (query, code) => {
    expect(ask(createExchange(), 'GET', '/fapi/v1/userTrades', query)).toMatchObject({ status: 400, json: { code } })
  })

  it('may refuse a long span with the other code', () => {
    const exchange = createExchange({ options: { longSpan: -1127 } })
    expect(trades(exchange, `&startTime=${START - 8 * DAY}&endTime=${START}`).code).toBe(-1127)
  })

  it('come from the last seven days without times, forward from an id, and within a span', () => {
    const exchange = traded(10)
    const week = trades(exchange)
    expect(week.map((row: Json) => row.time)).toEqual([3, 4, 5, 6, 7, 8, 9].map((day) => START + day * DAY))
    const all = trades(exchange, '&fromId=0')
    expect(all.length).toBe(10)
    expect(trades(exchange, `&fromId=${all[7].id}`).length).toBe(3)
    expect(trades(exchange, `&fromId=0&limit=2`).map((row: Json) => row.id)).toEqual([all[0].id, all[1].id])
    expect(trades(exchange, `&startTime=${START + DAY}&endTime=${START + 2 * DAY}`).length).toBe(2)
    expect(trades(exchange, `&startTime=${START}&limit=3`).length).toBe(3)
  })

  it('are forgotten after three months', () => {
    const exchange = traded(1)
    expect(trades(exchange, '&fromId=0').length).toBe(1)
    exchange.clock.advance(100 * DAY)
    expect(trades(exchange, '&fromId=0')).toEqual([])
  })
})

describe('income', () => {
  function busy() {
    const exchange = createExchange()
    exchange.clock.advance(1234)
    place(exchange, wish('BTCUSDT', 'buy', '0.050'), decimal('90000.00'))
    exchange.clock.advance(HOUR)
    exchange.ledger.payFunding(['BTCUSDT'], exchange.clock.now())
    place(exchange, wish('BTCUSDT', 'sell', '0.050'), decimal('91000.00'))
    exchange.ledger.transfer(exchange.account, 'USDT', decimal('-100'), exchange.clock.now())
    return exchange
  }
  const types = (rows: Json) => rows.map((row: Json) => row.incomeType)

  it('lists profit, fees, funding and transfers with their signs', () => {
    const rows = get(busy(), '/fapi/v1/income')
    expect(types(rows)).toEqual(expect.arrayContaining(['TRANSFER', 'COMMISSION', 'FUNDING_FEE', 'REALIZED_PNL']))
    const of = (type: string) => rows.filter((row: Json) => row.incomeType === type).map((row: Json) => row.income)
    expect(of('REALIZED_PNL')).toEqual(['50.00000000'])
    expect(of('COMMISSION')).toEqual(['-2.25000000', '-2.27500000'])
    expect(of('TRANSFER')).toEqual(['5000.00000000', '-100.00000000'])
    expect(of('FUNDING_FEE')[0]).toMatch(/^-/)
  })

  it('shares trade ids with the list of trades, and its transaction number is unique only within a type', () => {
    const exchange = busy()
    const rows = get(exchange, '/fapi/v1/income')
    const [profit] = rows.filter((row: Json) => row.incomeType === 'REALIZED_PNL')
    const [, fee] = rows.filter((row: Json) => row.incomeType === 'COMMISSION')
    expect([profit.tradeId, profit.tranId]).toEqual([fee.tradeId, fee.tranId])
    expect(profit.tradeId).toBe(String(trades(exchange)[1].id))
    expect(fee.time % 1000).toBe(0)
  })

  it('is read by time, type, symbol and count, both ends inclusive', () => {
    const exchange = busy()
    const income = (query: string) => get(exchange, '/fapi/v1/income', query)
    expect(types(income('incomeType=FUNDING_FEE'))).toEqual(['FUNDING_FEE'])
    expect(types(income('symbol=BTCUSDT'))).not.toContain('TRANSFER')
    expect(income('limit=1').length).toBe(1)
    const [, first] = income('')
    expect(income(`startTime=${first.time}&endTime=${first.time}`).length).toBeGreaterThan(0)
    expect(income('startTime=2&endTime=1').code).toBe(-1023)
  })

  it('has no pages any more: the parameter is refused, or read by nobody', () => {
    expect(get(busy(), '/fapi/v1/income', 'page=2').code).toBe(-1104)
    const lenient = createExchange({ options: { incomePage: 'ignored' } })
    expect(get(lenient, '/fapi/v1/income', 'page=2').length).toBe(1)
  })
})
