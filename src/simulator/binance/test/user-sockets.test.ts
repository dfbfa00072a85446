import { describe, expect, it } from 'vitest'
import { decimal } from '../../../shared/decimal.ts'
import { ask, createExchange, dial, dialUser, place, wish, type Json } from './exchange.ts'

const HOUR = 3_600_000
const names = (heard: Json[]) => heard.map((event) => (event.data ?? event).e)

describe('a user data socket', () => {
  it('greets nobody and shows no snapshot', () => {
    const exchange = createExchange()
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    const client = dialUser(exchange)
    exchange.clock.advance(60_000)
    expect(client.heard).toEqual([])
  })

  it('hears only the classes it named, whose names nobody checks', () => {
    const exchange = createExchange()
    const some = dialUser(exchange, 'ACCOUNT_UPDATE/ORDER_TRADE_UPDATES')
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    expect(names(some.heard)).toEqual(['ACCOUNT_UPDATE'])
  })

  it('stays silent for a bogus key, for the path form and without events, unless told otherwise', () => {
    const strict = createExchange()
    const { listenKey } = dialUser(strict)
    const quiet = [
      '/private/ws?listenKey=bogus&events=ACCOUNT_UPDATE',
      `/private/ws/${listenKey}`,
      `/private/ws?listenKey=${listenKey}`,
      `/ws/${listenKey}`,
    ]
    const clients = quiet.map((target) => dial(strict, target))
    place(strict, wish('BTCUSDT', 'buy', '0.050'))
    expect(clients.map((client) => client.heard)).toEqual([[], [], [], []])

    const lenient = createExchange({ options: { withoutEvents: 'all', pathForm: 'works' } })
    const key = dialUser(lenient).listenKey
    const heard = [`/private/ws/${key}`, `/private/ws?listenKey=${key}`].map((target) => dial(lenient, target).heard)
    place(lenient, wish('BTCUSDT', 'buy', '0.050'))
    expect(heard.map((each) => each.length)).toEqual([4, 4])
  })

  it('wraps events by listen key on the combined path', () => {
    const exchange = createExchange()
    const { listenKey } = dialUser(exchange)
    const client = dial(exchange, `/private/stream?listenKey=${listenKey}&events=ACCOUNT_UPDATE`)
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    expect(client.heard).toMatchObject([{ stream: listenKey, data: { e: 'ACCOUNT_UPDATE' } }])
  })

  it('answers the control protocol, by which a quiet line is proven alive', () => {
    const client = dialUser(createExchange())
    client.say({ method: 'LIST_SUBSCRIPTIONS', id: 1 })
    expect(client.heard).toMatchObject([{ id: 1 }])
  })
})

describe('a listen key', () => {
  it('runs out after an hour: told once, then open and mute', () => {
    const exchange = createExchange()
    const client = dialUser(exchange)
    const deaf = dial(exchange, `/private/ws?listenKey=${client.listenKey}&events=ACCOUNT_UPDATE`)
    for (let minute = 0; minute < 60; minute += 1) {
      client.incoming.pong()
      exchange.clock.advance(60_000)
    }
    expect(client.heard).toEqual([{ e: 'listenKeyExpired', E: exchange.clock.now(), listenKey: client.listenKey }])
    place(exchange, wish('BTCUSDT', 'buy', '0.050'))
    expect([client.heard.length, client.ends, deaf.heard]).toEqual([1, [], []])
    expect(ask(exchange, 'PUT', '/fapi/v1/listenKey', '', { sign: false })).toMatchObject({
      status: 400,
      json: { code: -1125 },
    })
    expect(dialUser(exchange).listenKey).not.toBe(client.listenKey)
  })

  it('lives on with each keep-alive, which names it', () => {
    const exchange = createExchange()
    const client = dialUser(exchange)
    for (let turn = 0; turn < 4; turn += 1) {
      exchange.clock.advance(HOUR / 2)
      client.incoming.pong()
      expect(ask(exchange, 'PUT', '/fapi/v1/listenKey', '', { sign: false }).json).toEqual({
        listenKey: client.listenKey,
      })
    }
    expect(client.heard).toEqual([])
  })

  it('is ended for every socket by DELETE, and by the control surface', () => {
    const exchange = createExchange()
    const first = dialUser(exchange)
    expect(ask(exchange, 'DELETE', '/fapi/v1/listenKey', '', { sign: false }).json).toEqual({})
    const second = dialUser(exchange)
    exchange.signal({ kind: 'listen-key-expires', account: 'main' })
    expect([names(first.heard), names(second.heard)]).toEqual([['listenKeyExpired'], ['listenKeyExpired']])
  })
})

describe('a margin call', () => {
  it('is told once when maintenance comes near the balance', () => {
    const exchange = createExchange()
    const contract = exchange.market.contract('BTCUSDT')
    exchange.ledger.setLeverage(exchange.account, 'BTCUSDT', decimal('100'), exchange.clock.now())
    place(exchange, wish('BTCUSDT', 'buy', '2.000'))
    const client = dialUser(exchange, 'MARGIN_CALL')
    exchange.clock.advance(3000)
    expect(client.heard).toEqual([])
    const price = decimal('94500.00')
    exchange.market.setPrice(contract, exchange.clock.now(), { last: price, mark: price, index: price, then: 'hold' })
    exchange.clock.advance(3000)
    expect(client.heard).toMatchObject([{ e: 'MARGIN_CALL', p: [{ s: 'BTCUSDT', mt: 'CROSSED', pa: '2.000' }] }])
  })
})
