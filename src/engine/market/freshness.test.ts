import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { fakePace } from '../test/fake-feed.ts'
import { createFakeMarketFeed } from '../test/fake-venue.ts'
import { btc, createMarketStage, eth, price, tell } from './test/stage.ts'

async function startedStage() {
  const stage = createMarketStage()
  stage.house.start()
  stage.house.want(btc, 'counted-on')
  stage.house.want(eth, 'counted-on')
  await stage.clock.pass(200)
  for (const instrument of [btc, eth])
    tell(stage.sockets.last(), price(instrument, { mark: decimal('1') }, { whole: true, order: 1 }))
  return stage
}

describe('freshness of prices', () => {
  it('is down with the connection, the figures kept, and live only after a whole message on the next one', async () => {
    const { clock, sockets, row, house, state } = await startedStage()
    expect([row(btc)?.freshness, state.streams.get('Fake prices')?.state]).toEqual(['live', 'live'])
    sockets.last().hangUp()
    expect(row(btc)).toMatchObject({ freshness: 'down', mark: '1' })
    await clock.pass(1100)
    expect(row(btc)?.freshness).toBe('checking')
    tell(sockets.last(), price(btc, { mark: decimal('2') }, { order: 1 }))
    expect(row(btc)).toMatchObject({ freshness: 'checking', mark: '1' })
    tell(sockets.last(), price(btc, { mark: decimal('3') }, { whole: true, order: 1 }))
    expect(row(btc)).toMatchObject({ freshness: 'live', mark: '3' })
    expect(row(eth)?.freshness).toBe('checking')
    expect(house.price(eth)?.freshness).toBe('checking')
  })

  it('is stale for one instrument whose mark price stands still while others move', async () => {
    const { clock, sockets, row, house } = await startedStage()
    for (let second = 0; second < 70; second += 1) {
      await clock.pass(1000)
      tell(sockets.last(), price(btc, { mark: decimal('1') }, { order: second + 2 }))
    }
    expect([row(btc)?.freshness, row(eth)?.freshness]).toEqual(['live', 'stale'])
    expect(house.price(eth)?.freshness).toBe('stale')
  })

  it('of the mark price is that of its own stream, of the row that of all', async () => {
    const feed = (name: string) =>
      createFakeMarketFeed({
        name,
        url: () => `wss://fake/${name}`,
        topicsFor: (want) => [`${name}.${want.instrument.symbol}`],
      })
    const { clock, house, sockets, row } = createMarketStage([feed('book'), feed('mark')])
    house.start()
    house.want(btc, 'counted-on')
    await clock.pass(200)
    const [book, mark] = sockets.all
    tell(book!, price(btc, { bid: decimal('1') }, { stream: 'book', whole: true }))
    tell(mark!, price(btc, { mark: decimal('2') }, { stream: 'mark', whole: true }))
    expect([row(btc)?.freshness, house.price(btc)?.freshness]).toEqual(['live', 'live'])
    book!.hangUp()
    expect([row(btc)?.freshness, house.price(btc)?.freshness]).toEqual(['down', 'live'])
  })

  it('is stale on a mute connection, and down at once after a sleep', async () => {
    const feed = createFakeMarketFeed({ pace: { ...fakePace, itemsWithin: 10_000 } })
    const { clock, house, sockets, row } = createMarketStage([feed])
    house.start()
    house.want(btc, 'counted-on')
    await clock.pass(200)
    tell(sockets.last(), price(btc, { mark: decimal('1') }, { whole: true }))
    await clock.pass(11_000)
    expect(row(btc)?.freshness).toBe('stale')
    tell(sockets.last(), price(btc, { mark: decimal('1') }, { order: 2 }))
    expect(row(btc)?.freshness).toBe('live')
    clock.jump(3 * 3_600_000, 'sleep')
    expect(row(btc)?.freshness).toBe('down')
    await clock.pass(1100)
    tell(sockets.last(), price(btc, { mark: decimal('5') }, { whole: true }))
    expect(row(btc)).toMatchObject({ freshness: 'live', mark: '5' })
  })

  it('stays live through a rotation', async () => {
    const feed = createFakeMarketFeed({ pace: { ...fakePace, rotateEvery: 100_000 } })
    const { clock, house, sockets, row } = createMarketStage([feed])
    house.start()
    house.want(btc, 'counted-on')
    const seen = new Set<string>()
    for (let second = 0; second < 120; second += 1) {
      await clock.pass(1000)
      for (const socket of sockets.alive())
        tell(socket, price(btc, { mark: decimal('1') }, { whole: true, order: second }))
      seen.add(row(btc)?.freshness ?? 'none')
    }
    expect(sockets.all).toHaveLength(2)
    expect([...seen]).toEqual(['live'])
  })
})
