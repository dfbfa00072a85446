import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { instrumentId } from '../../shared/ids.ts'
import { fakePace } from '../test/fake-feed.ts'
import { createFakeMarketFeed, fakeMarket } from '../test/fake-venue.ts'
import { btc, createMarketStage, eth, price, START, tell } from './test/stage.ts'

describe('a market house', () => {
  it('shows a figure read over REST before the first frame, and the stream from then on', async () => {
    const { clock, house, far, row, sockets } = createMarketStage()
    far.prices = [price(btc, { mark: decimal('84000.5'), last: decimal('84001') })]
    house.start()
    house.want(btc, 'counted-on')
    await clock.pass(200)
    expect(row(btc)).toMatchObject({ mark: '84000.5', last: '84001', bid: null, freshness: 'checking', tick: '0.1' })
    tell(
      sockets.last(),
      price(btc, { mark: decimal('84010'), bid: decimal('84009') }, { whole: true, at: START + 300 }),
    )
    expect(row(btc)).toMatchObject({ mark: '84010', last: '84001', bid: '84009', freshness: 'live', at: START + 300 })
    expect(house.price(btc)).toMatchObject({
      mark: '84010',
      freshness: 'live',
      markAt: START + 300,
      markHeardAt: START + 200,
    })
  })

  it('waits for the list of contracts when something is wanted before', async () => {
    const { clock, house, far, row } = createMarketStage()
    far.prices = [price(btc, { mark: decimal('1') })]
    house.want(btc, 'counted-on')
    await clock.pass(1000)
    expect(row(btc)).toBeUndefined()
    house.start()
    await clock.pass(1000)
    expect(row(btc)).toMatchObject({ mark: '1' })
  })

  it('counts wants: the last one to go ends the subscription, after a while', async () => {
    const { clock, house, sockets, state, far, tables } = createMarketStage()
    far.prices = [price(btc, { mark: decimal('1') })]
    house.start()
    const position = house.want(btc, 'counted-on')
    const watchlist = house.want(btc, 'counted-on')
    house.want(eth, 'counted-on')
    await clock.pass(500)
    expect(sockets.alive()).toHaveLength(1)
    position()
    position()
    await clock.pass(60_000)
    tables.settle()
    expect(state.prices.get(btc)).toBeDefined()
    watchlist()
    await clock.pass(9000)
    const back = house.want(btc, 'counted-on')
    await clock.pass(60_000)
    expect(sockets.last().sent.some((text) => text.includes('unsubscribe'))).toBe(false)
    back()
    await clock.pass(10_100)
    expect(sockets.last().sent.find((text) => text.includes('unsubscribe'))).toContain('price.BTCUSDT')
    expect(state.prices.get(btc)).toBeUndefined()
    expect(house.price(btc)).toBeNull()
  })

  it('spreads topics over as many connections as they need, and closes those that fall empty', async () => {
    const feed = createFakeMarketFeed({ pace: { ...fakePace, topicsPerConnection: 3 } })
    const { clock, house, sockets, far, state } = createMarketStage([feed])
    far.symbols = Array.from({ length: 7 }, (_, index) => `S${index}USDT`)
    house.start()
    const stops = far.symbols.map((symbol) => house.want(instrumentId(fakeMarket, symbol), 'counted-on'))
    await clock.pass(1000)
    expect(sockets.alive()).toHaveLength(3)
    expect([...state.streams.keys()]).toEqual(['Fake prices', 'Fake prices 2', 'Fake prices 3'])
    for (const stop of stops.slice(3)) stop()
    await clock.pass(11_000)
    expect(sockets.alive()).toHaveLength(1)
    expect([...state.streams.keys()]).toEqual(['Fake prices'])
  })

  it('tells of each changed instrument once until rows are settled, however many frames come', async () => {
    const { clock, house, sockets, tables } = createMarketStage()
    const told: string[] = []
    house.onPrices((changed) => told.push(...changed))
    house.start()
    house.want(btc, 'counted-on')
    await clock.pass(200)
    tables.settle()
    told.length = 0
    for (let order = 0; order < 50; order += 1)
      tell(sockets.last(), price(btc, { mark: decimal(String(order)) }, { whole: true, order }))
    expect(told).toEqual([btc])
    expect(house.price(btc)?.mark).toBe('49')
    tables.settle()
    tell(sockets.last(), price(btc, { mark: decimal('50') }, { order: 50 }))
    expect(told).toEqual([btc, btc])
  })

  it('replaces the price object only when something moved', async () => {
    const { clock, house, sockets } = createMarketStage()
    house.start()
    house.want(btc, 'counted-on')
    await clock.pass(200)
    tell(sockets.last(), price(btc, { mark: decimal('1') }, { whole: true, order: 5 }))
    const before = house.price(btc)
    tell(sockets.last(), price(btc, { mark: decimal('9') }, { order: 4 }))
    expect(house.price(btc)).toBe(before)
    tell(sockets.last(), price(btc, { mark: decimal('2') }, { order: 6 }))
    expect(house.price(btc)).not.toBe(before)
    expect(before?.mark).toBe('1')
  })

  it('reads prices anew after a frame it could not read, but not with every such frame', async () => {
    const { clock, house, sockets, far, row, paths } = createMarketStage()
    far.prices = [price(btc, { mark: decimal('1') })]
    house.start()
    house.want(btc, 'counted-on')
    await clock.pass(3000)
    tell(sockets.last(), price(btc, { mark: decimal('2') }, { whole: true, at: START + 3000 }))
    far.prices = [price(btc, { mark: decimal('3') }, { at: START + 3500 })]
    for (let count = 0; count < 100; count += 1) {
      sockets.last().say('garbage')
      await clock.pass(100)
    }
    expect(row(btc)).toMatchObject({ mark: '3' })
    expect(paths('/prices/').length).toBeLessThanOrEqual(3)
  })

  it('leaves no timer, socket or row behind when it is stopped', async () => {
    const { clock, house, sockets, state, far, stopAll } = createMarketStage()
    far.prices = [price(btc, { mark: decimal('1') })]
    house.start()
    house.want(btc, 'counted-on')
    const chart = house.candles.open(btc, '1m')
    await clock.pass(5000)
    chart.stop()
    stopAll()
    await clock.settle()
    expect([clock.waiting, sockets.alive().length, state.prices.size, state.streams.size]).toEqual([0, 0, 0, 0])
  })
})
