import { describe, expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { createExchange, dialUser, get, place, wish, type Json } from './exchange.ts'

const names = (heard: Json[]) => heard.map((event) => (event.o?.x === undefined ? event.e : `${event.e} ${event.o.x}`))
const stop = { price: decimal('90000.00'), by: 'mark', when: 'falls', purpose: 'stop-loss' } as const

describe('what a fill says', () => {
  it('comes in the order seen on the wire, with the same times', () => {
    const exchange = createExchange()
    const { heard } = dialUser(exchange)
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    expect(names(heard)).toEqual(['TRADE_LITE', 'ORDER_TRADE_UPDATE NEW', 'ACCOUNT_UPDATE', 'ORDER_TRADE_UPDATE TRADE'])
    expect(new Set(heard.map((event) => `${event.T} ${event.E}`)).size).toBe(1)
    const [lite, born, account, trade] = heard
    expect([born.o.X, born.o.z, born.o.t, born.o.n]).toEqual(['NEW', '0', 0, '0'])
    expect([trade.o.X, trade.o.l, trade.o.z, trade.o.m]).toEqual(['FILLED', '0.050', '0.050', false])
    expect([lite.i, lite.t]).toEqual([trade.o.i, trade.o.t])
    expect(account.a).toMatchObject({ m: 'ORDER', P: [{ s: 'BTCUSDT', pa: '0.050', ps: 'BOTH', mt: 'cross' }] })
    expect(account.a.P[0]).not.toHaveProperty('leverage')
  })

  it('is a part when the order is filled in parts, and NEW is said once', () => {
    const exchange = createExchange()
    const { heard } = dialUser(exchange)
    const order = place(exchange, wish('BTCUSDT', 'buy', '0.050', { price: decimal('90000.00') }))
    const part = { price: null, liquidity: 'maker' } as const
    exchange.clock.advance(10)
    exchange.ledger.fillOrder(exchange.account, order, { ...part, quantity: decimal('0.020') }, exchange.clock.now())
    expect(get(exchange, '/fapi/v1/openOrders')).toMatchObject([{ status: 'PARTIALLY_FILLED', executedQty: '0.020' }])
    exchange.ledger.fillOrder(exchange.account, order, { ...part, quantity: null }, exchange.clock.now())
    const orders = heard
      .filter((event) => event.e === 'ORDER_TRADE_UPDATE')
      .map((event) => `${event.o.x} ${event.o.X} ${event.o.z}`)
    expect(orders).toEqual(['NEW NEW 0', 'TRADE PARTIALLY_FILLED 0.020', 'TRADE FILLED 0.050'])
  })

  it('brings the flat BOTH row along in hedge mode', () => {
    const exchange = createExchange({ modes: { positions: 'hedge' } })
    const { heard } = dialUser(exchange, 'ACCOUNT_UPDATE')
    place(exchange, wish('BTCUSDT', 'sell', '0.010', { slot: 'short' }))
    expect(heard[0].a.P.map((row: Json) => [row.ps, row.pa])).toEqual([
      ['BOTH', '0'],
      ['SHORT', '-0.010'],
    ])
  })
})

describe('orders', () => {
  it('appear and are cancelled without a word about the account', () => {
    const exchange = createExchange()
    const { heard } = dialUser(exchange)
    const order = place(exchange, wish('BTCUSDT', 'buy', '0.050', { price: decimal('90000.00') }))
    exchange.ledger.cancel(exchange.account, order, exchange.clock.now())
    expect(names(heard)).toEqual(['ORDER_TRADE_UPDATE NEW', 'ORDER_TRADE_UPDATE CANCELED'])
  })

  it('with a condition speak through the algo service until they are triggered', () => {
    const exchange = createExchange()
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    const { heard } = dialUser(exchange)
    place(exchange, wish('BTCUSDT', 'sell', '0.050', { trigger: stop, reduceOnly: true }))
    const contract = exchange.market.contract('BTCUSDT')
    const price = decimal('89000.00')
    exchange.market.setPrice(contract, exchange.clock.now(), { last: price, mark: price, index: price, then: 'hold' })
    exchange.clock.advance(1000)
    exchange.ledger.meetPrices(exchange.clock.now())
    expect(names(heard)).toEqual([
      'ALGO_UPDATE',
      'ALGO_UPDATE',
      'TRADE_LITE',
      'ORDER_TRADE_UPDATE NEW',
      'ACCOUNT_UPDATE',
      'ORDER_TRADE_UPDATE TRADE',
      'ALGO_UPDATE',
    ])
    const algos = heard.filter((event) => event.e === 'ALGO_UPDATE').map(({ o }) => o)
    expect(algos.map((algo) => algo.X)).toEqual(['NEW', 'TRIGGERED', 'FINISHED'])
    expect(algos[1].ai).toBe(String(heard.find((event) => event.e === 'TRADE_LITE').i))
  })

  it('with a condition may also be cancelled', () => {
    const exchange = createExchange()
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    const { heard } = dialUser(exchange)
    const order = place(exchange, wish('BTCUSDT', 'sell', '0.050', { trigger: stop, reduceOnly: true }))
    exchange.ledger.cancel(exchange.account, order, exchange.clock.now())
    expect(heard.map((event) => event.o.X)).toEqual(['NEW', 'CANCELED'])
    expect(heard.every((event) => event.e === 'ALGO_UPDATE')).toBe(true)
  })
})

describe('everything else that moves an account', () => {
  it('is funding, which names no cross position but its contract', () => {
    const exchange = createExchange()
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    const { heard } = dialUser(exchange)
    exchange.ledger.payFunding(['BTCUSDT'], exchange.clock.now())
    const [event] = heard
    expect(event.a).toMatchObject({ m: 'FUNDING_FEE', P: [], S: 'BTCUSDT' })
    expect(event.a.B[0].bc).toBe(get(exchange, '/fapi/v1/income', 'incomeType=FUNDING_FEE')[0].income)
  })

  it('is funding of an isolated position, which names it', () => {
    const exchange = createExchange({ modes: { margin: 'isolated' } })
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    const { heard } = dialUser(exchange)
    exchange.ledger.payFunding(['BTCUSDT'], exchange.clock.now())
    expect(heard[0].a.P).toMatchObject([{ s: 'BTCUSDT', mt: 'isolated' }])
    expect(Number(heard[0].a.B[0].cw)).toBeLessThan(Number(heard[0].a.B[0].wb))
  })

  it('is a transfer either way, a leverage, a mode', () => {
    const exchange = createExchange()
    const { ledger, account, clock } = exchange
    const { heard } = dialUser(exchange)
    ledger.transfer(account, 'USDT', decimal('10'), clock.now())
    ledger.transfer(account, 'USDT', decimal('-10'), clock.now())
    ledger.setLeverage(account, 'BTCUSDT', decimal('25'), clock.now())
    ledger.setAssets(account, 'multi', clock.now())
    ledger.setPositions(account, 'hedge', clock.now())
    expect(heard.slice(0, 2).map((event) => event.a.m)).toEqual(['DEPOSIT', 'WITHDRAW'])
    expect(heard.slice(2)).toMatchObject([
      { e: 'ACCOUNT_CONFIG_UPDATE', ac: { s: 'BTCUSDT', l: 25 } },
      { e: 'ACCOUNT_CONFIG_UPDATE', ai: { j: true } },
    ])
    expect(get(exchange, '/fapi/v1/symbolConfig', 'symbol=BTCUSDT')).toMatchObject([
      { leverage: 25, marginType: 'CROSSED' },
    ])
  })

  it('is a liquidation, known by its client id and its kind of execution', () => {
    const exchange = createExchange()
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    const { heard } = dialUser(exchange)
    exchange.ledger.liquidate(exchange.account, 'BTCUSDT', exchange.clock.now())
    expect(names(heard)).toEqual(['ORDER_TRADE_UPDATE NEW', 'ACCOUNT_UPDATE', 'ORDER_TRADE_UPDATE CALCULATED'])
    expect(heard[2].o.c).toMatch(/^autoclose-/)
    expect(heard[2].o).toMatchObject({ o: 'LIQUIDATION', X: 'FILLED' })
    expect(heard[1].a.P).toMatchObject([{ pa: '0', ep: '0', bep: '0' }])
  })
})
