import { expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { fakePace, failure, oblige, says } from '../test/fake-feed.ts'
import { createFakeMarketFeed } from '../test/fake-venue.ts'
import { btc, createMarketStage, eth, price, tell } from './test/stage.ts'

const ROW = 'Fake prices'

/** An exchange that confirms every topic but those named. */
function createStageWithout(...dead: readonly string[]) {
  const stage = createMarketStage([createFakeMarketFeed({ pace: { ...fakePace, itemsWithin: 10_000 } })])
  stage.sockets.onSent((socket, text) => {
    const { op, id, topics = [] } = JSON.parse(text) as { op: string; id: string; topics?: readonly string[] }
    const unknown = op === 'subscribe' ? topics.filter((topic) => dead.includes(topic)) : []
    const refusal = { kind: 'unsubscribable', id, failure: failure(), topics: unknown } as const
    stage.clock.after(5, () => (unknown.length > 0 ? socket.say(says(refusal)) : oblige(socket, text)))
  })
  stage.house.start()
  return stage
}

it('a price that figures lean on makes its stream a required one', async () => {
  const { clock, house, state, sockets } = createStageWithout()
  const stop = house.want(btc, 'counted-on')
  await clock.pass(200)
  expect(state.streams.get(ROW)).toMatchObject({ kind: 'prices', required: true })
  tell(sockets.last(), price(btc, { mark: decimal('1') }, { whole: true }))
  expect(state.streams.get(ROW)).toMatchObject({ state: 'live', required: true })
  stop()
  await clock.pass(2_000)
  expect(state.streams.get(ROW)).toMatchObject({ required: false })
})

it('a price that is only looked at does not, until somebody counts on it', async () => {
  const { clock, house, state } = createStageWithout()
  house.want(btc, 'looked-at')
  await clock.pass(2_000)
  expect(state.streams.get(ROW)).toMatchObject({ kind: 'prices', required: false })
  house.want(btc, 'counted-on')
  await clock.pass(2_000)
  expect(state.streams.get(ROW)).toMatchObject({ required: true })
})

it('candles make a stream of candles, which nothing counts on', async () => {
  const { clock, house, state } = createStageWithout()
  house.candles.open(btc, '1m')
  await clock.pass(2_000)
  expect(state.streams.get(ROW)).toMatchObject({ kind: 'candles', required: false })
  house.want(btc, 'counted-on')
  await clock.pass(2_000)
  expect(state.streams.get(ROW)).toMatchObject({ kind: 'prices', required: true })
})

it('a topic that the exchange does not have is not counted on', async () => {
  const { clock, house, state } = createStageWithout('price.BTCUSDT')
  house.want(btc, 'counted-on')
  await clock.pass(2_000)
  expect(state.streams.get(ROW)).toMatchObject({ required: false, problem: { id: 'stream.topics-refused' } })
  house.want(eth, 'counted-on')
  await clock.pass(2_000)
  expect(state.streams.get(ROW)).toMatchObject({ required: true })
})

it('a contract that is not traded any more is not counted on, however silently it is subscribed to', async () => {
  const { clock, house, state, far } = createStageWithout()
  house.want(btc, 'counted-on')
  await clock.pass(61_000)
  expect(state.streams.get(ROW)).toMatchObject({ required: true, state: 'stale' })
  far.symbols = ['ETHUSDT']
  clock.jump(3_600_000, 'sleep')
  await clock.pass(61_000)
  expect(state.streams.get(ROW)).toMatchObject({ required: false })
})
