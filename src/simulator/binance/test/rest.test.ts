import { describe, expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { ask, createExchange, get, KEY, place, START, wish, type Json } from './exchange.ts'

describe('market data over REST', () => {
  it('lists contracts whose precision is not their tick', () => {
    const info = get(createExchange(), '/fapi/v1/exchangeInfo')
    const bitcoin = info.symbols.find((row: Json) => row.symbol === 'BTCUSDT')
    expect(info.futuresType).toBe('U_MARGINED')
    expect(bitcoin).toMatchObject({
      contractType: 'PERPETUAL',
      status: 'TRADING',
      marginAsset: 'USDT',
      deliveryDate: 4133404800000,
    })
    expect(bitcoin.filters.find((each: Json) => each.filterType === 'PRICE_FILTER').tickSize).toBe('0.10')
    expect(bitcoin.pricePrecision).toBe(2)
    expect(info.symbols.map((row: Json) => row.contractType)).toContain('CURRENT_QUARTER')
    expect(info.symbols.map((row: Json) => row.symbol)).toEqual(
      expect.arrayContaining(['ETHBTC', 'BTCUSDC', 'BTCUSDT_261225']),
    )
  })

  it('answers one object with a symbol, and all of them without', () => {
    const exchange = createExchange()
    for (const path of ['/fapi/v1/ticker/24hr', '/fapi/v1/ticker/bookTicker', '/fapi/v1/premiumIndex']) {
      expect(get(exchange, path, 'symbol=BTCUSDT').symbol).toBe('BTCUSDT')
      expect(get(exchange, path).length).toBe(exchange.market.listed('binance').length)
      expect(ask(exchange, 'GET', path, 'symbol=NOPE')).toMatchObject({ status: 400, json: { code: -1121 } })
    }
  })

  it('gives dated contracts no funding', () => {
    expect(get(createExchange(), '/fapi/v1/premiumIndex', 'symbol=BTCUSDT_261225')).toMatchObject({
      lastFundingRate: '',
      nextFundingTime: 0,
    })
  })

  it('sends candles oldest first, the last one still forming', () => {
    const exchange = createExchange({ market: 'walking' })
    const rows = get(exchange, '/fapi/v1/klines', 'symbol=BTCUSDT&interval=1m&limit=5')
    expect(rows.map((row: Json) => row[0])).toEqual([4, 3, 2, 1, 0].map((ago) => START - ago * 60_000))
    expect(rows.at(-1)[6]).toBe(START + 59_999)
    const from = START - 600_000
    const older = get(exchange, '/fapi/v1/klines', `symbol=BTCUSDT&interval=1m&limit=2&startTime=${from}`)
    expect(older.map((row: Json) => row[0])).toEqual([from, from + 60_000])
  })

  it.each([
    ['symbol=BTCUSDT', -1102],
    ['interval=1m', -1102],
    ['symbol=BTCUSDT&interval=1s', -1120],
    ['symbol=BTCUSDT&interval=1m&limit=1501', -1130],
    ['symbol=BTCUSDT&interval=1m&startTime=2&endTime=1', -1023],
  ])('refuses candles for %s with %d', (query, code) => {
    expect(get(createExchange(), '/fapi/v1/klines', query).code).toBe(code)
  })
})

describe('weights', () => {
  it('are counted on every answer and end in 429, then 418 with the end of the ban', () => {
    const exchange = createExchange({ options: { weightPerMinute: 60 } })
    const orders = () => ask(exchange, 'GET', '/fapi/v1/openOrders')
    expect(orders()).toMatchObject({ status: 200, headers: { 'x-mbx-used-weight-1m': '40' } })
    expect(orders()).toMatchObject({ status: 429, headers: { 'retry-after': '60' }, json: { code: -1003 } })
    for (let turn = 0; turn < 10; turn += 1) orders()
    const banned = orders()
    expect(banned).toMatchObject({ status: 418, headers: { 'retry-after': '120' }, json: { code: -1003 } })
    expect(banned.json.msg).toContain(`banned until ${START + 120_000}`)
    exchange.clock.advance(120_000)
    expect(orders().status).toBe(200)
  })
})

describe('keys', () => {
  it('tells what a key may do', () => {
    const exchange = createExchange()
    const rights = () => get(exchange, '/sapi/v1/account/apiRestrictions')
    expect(rights()).toMatchObject({ enableReading: true, enableFutures: false, enableWithdrawals: false })
    exchange.ledger.keys.put({ ...KEY, rights: 'withdraw' })
    expect(rights()).toMatchObject({ enableFutures: true, enableWithdrawals: true })
  })

  it('refuses a revoked key, a strange address and an account that lives elsewhere with one code', () => {
    const exchange = createExchange()
    exchange.ledger.keys.put({ ...KEY, state: 'other-address' })
    expect(ask(exchange, 'GET', '/fapi/v3/balance')).toMatchObject({
      status: 401,
      json: { code: -2015, msg: expect.stringContaining('request ip: 10.0.0.1') },
    })
    exchange.ledger.keys.put({ ...KEY, state: 'revoked' })
    expect(ask(exchange, 'POST', '/fapi/v1/listenKey', '', { sign: false })).toMatchObject({
      status: 401,
      json: { code: -2015 },
    })
    exchange.ledger.keys.put(KEY)
    exchange.ledger.setKind(exchange.account, 'portfolio-margin', START)
    expect(get(exchange, '/fapi/v3/account').code).toBe(-2015)
    expect(get(exchange, '/sapi/v1/account/apiRestrictions').enablePortfolioMarginTrading).toBe(true)
  })

  it('asks a signature of what is the account’s alone', () => {
    const exchange = createExchange()
    expect(ask(exchange, 'GET', '/fapi/v3/balance', '', { sign: false })).toMatchObject({
      status: 400,
      json: { code: -1102 },
    })
    expect(ask(exchange, 'GET', '/fapi/v3/balance', '', { key: { ...KEY, secret: 'wrong' } })).toMatchObject({
      json: { code: -1022 },
    })
    expect(ask(exchange, 'POST', '/fapi/v3/balance')).toMatchObject({ status: 405 })
    expect(ask(exchange, 'GET', '/fapi/v3/nothing')).toMatchObject({ status: 404 })
  })
})

describe('account lists', () => {
  it('show only contracts that are held or ordered, a resting order bringing a zero row', () => {
    const exchange = createExchange()
    expect(get(exchange, '/fapi/v3/positionRisk')).toEqual([])
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    place(exchange, wish('SOLUSDT', 'buy', '2', { price: decimal('100.00') }))
    const rows = get(exchange, '/fapi/v3/positionRisk')
    expect(rows.map((row: Json) => [row.symbol, row.positionAmt])).toEqual([
      ['BTCUSDT', '0.050'],
      ['SOLUSDT', '0'],
    ])
    expect(rows[0]).not.toHaveProperty('leverage')
    expect(rows[0].isolatedMargin).toBe('0')
    expect(get(exchange, '/fapi/v3/account').positions.length).toBe(2)
    expect(get(exchange, '/fapi/v1/openOrders').map((row: Json) => row.symbol)).toEqual(['SOLUSDT'])
  })

  it('show both sides in hedge mode', () => {
    const exchange = createExchange({ modes: { positions: 'hedge' } })
    place(exchange, wish('BTCUSDT', 'sell', '0.010', { slot: 'short' }))
    const rows = get(exchange, '/fapi/v3/positionRisk', 'symbol=BTCUSDT')
    expect(rows.map((row: Json) => [row.positionSide, row.positionAmt])).toEqual([
      ['LONG', '0'],
      ['SHORT', '-0.010'],
    ])
    expect(get(exchange, '/fapi/v1/accountConfig').dualSidePosition).toBe(true)
  })

  it('keep conditional orders in a list of their own', () => {
    const exchange = createExchange()
    const trigger = { price: decimal('50000.00'), by: 'mark', when: 'falls', purpose: 'stop-loss' } as const
    place(exchange, wish('BTCUSDT', 'buy', '0.010'))
    place(exchange, wish('BTCUSDT', 'sell', '0.010', { trigger, reduceOnly: true }))
    expect(get(exchange, '/fapi/v1/openOrders')).toEqual([])
    expect(get(exchange, '/fapi/v1/openAlgoOrders')).toMatchObject([
      {
        orderType: 'STOP_MARKET',
        algoStatus: 'NEW',
        triggerPrice: '50000.00',
        workingType: 'MARK_PRICE',
        reduceOnly: true,
      },
    ])
  })

  it('print tiny prices in scientific notation', () => {
    const exchange = createExchange()
    place(exchange, wish('1000PEPEUSDT', 'buy', '1000'), decimal('0.0002800'))
    expect(get(exchange, '/fapi/v3/positionRisk')[0].entryPrice).toBe('2.8E-4')
  })
})
