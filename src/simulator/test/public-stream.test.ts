import { describe, expect, it } from 'vitest'
import { createScene, type Dialled } from './scene.ts'

const LINEAR = 'ws://bybit.simulator/v5/public/linear'
const acks = (line: Dialled) => line.frames().filter((frame) => frame.op === 'subscribe')
const data = (line: Dialled) => line.frames().filter((frame) => frame.topic !== undefined)

describe('the public stream', () => {
  it('sends a snapshot, then only what changed, in the order of keys the exchange uses', async () => {
    const scene = createScene({ market: 'walking' })
    const line = await scene.dial(LINEAR)
    await line.say({ req_id: 's1', op: 'subscribe', args: ['tickers.BTCUSDT'] })
    await scene.clock.pass(5000)
    const [snapshot, ...deltas] = data(line)
    expect(snapshot.type).toBe('snapshot')
    expect(snapshot.data).toMatchObject({ symbol: 'BTCUSDT', fundingIntervalHour: '8' })
    expect(deltas.length).toBeGreaterThan(10)
    let known = snapshot.data
    for (const delta of deltas) {
      expect(Object.keys(delta)).toEqual(['topic', 'type', 'data', 'cs', 'ts'])
      const { symbol, ...changed } = delta.data
      expect(symbol).toBe('BTCUSDT')
      for (const [field, value] of Object.entries(changed)) expect(known[field]).not.toBe(value)
      known = { ...known, ...changed }
    }
    const sequences = [snapshot, ...deltas].map((frame) => frame.cs)
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
    const rest = (await scene.get('/v5/market/tickers', 'category=linear&symbol=BTCUSDT')).result.list[0]
    expect(known.markPrice).toBe(rest.markPrice)
  })

  it('sends the snapshot before the acknowledgement now and then', async () => {
    const scene = createScene()
    const orders = new Set<boolean>()
    for (let turn = 0; turn < 12; turn++) {
      const line = await scene.dial(LINEAR)
      await line.say({ op: 'subscribe', args: ['tickers.BTCUSDT'] })
      orders.add(line.frames()[0].topic !== undefined)
      line.socket.close()
    }
    expect(orders).toEqual(new Set([true, false]))
  })

  it('acknowledges with an echo, an empty one where none was sent', async () => {
    const scene = createScene()
    const line = await scene.dial(LINEAR)
    await line.say({ op: 'subscribe', args: ['tickers.ETHUSDT'] })
    expect(acks(line)).toMatchObject([{ success: true, ret_msg: '', req_id: '' }])
    await line.say({ req_id: 'p1', op: 'ping' })
    expect(line.frames().at(-1)).toMatchObject({ success: true, ret_msg: 'pong', req_id: 'p1', op: 'ping' })
  })

  it.each([
    ['tickers.NOPEUSDT', 'error:handler not found,topic:tickers.NOPEUSDT'],
    ['tickers.btcusdt', 'error:handler not found,topic:tickers.btcusdt'],
    ['position', 'error:handler not found,topic:position'],
    ['orderbook.500.BTCUSDT', 'error:handler not found,topic:orderbook.500.BTCUSDT'],
    ['tickers.BTCUSD', 'error:handler not found,topic:tickers.BTCUSD'],
    ['kline.7.BTCUSDT', 'error:handler not found,topic:kline.7.BTCUSDT'],
  ])('refuses %s', async (topic, message) => {
    const line = await createScene().dial(LINEAR)
    await line.say({ op: 'subscribe', args: [topic] })
    expect(acks(line)).toMatchObject([{ success: false, ret_msg: message }])
  })

  it('keeps the good topics of a frame with a bad one, and says when one is there already', async () => {
    const scene = createScene()
    const line = await scene.dial(LINEAR)
    await line.say({ op: 'subscribe', args: ['tickers.NOPEUSDT', 'tickers.BTCUSDT'] })
    await line.say({ op: 'subscribe', args: ['tickers.BTCUSDT'] })
    expect(acks(line).map((ack) => ack.ret_msg)).toEqual([
      'error:handler not found,topic:tickers.NOPEUSDT',
      'error:already subscribed,topic:tickers.BTCUSDT',
    ])
    expect(data(line).map((frame) => frame.topic)).toEqual(['tickers.BTCUSDT'])
  })

  it('answers unreadable text with text that is no JSON, and lives on', async () => {
    const line = await createScene().dial(LINEAR)
    await line.say('{nonsense')
    expect(line.texts[0]).toMatch(/^Failed to decode incoming data:/)
    await line.say({ op: 'dance' })
    expect(JSON.parse(line.texts.at(-1)!)).toMatchObject({ success: false, ret_msg: 'error:invalid op' })
    expect(line.ends).toEqual([])
  })

  it('confirms each candle once, with the figures the history has', async () => {
    const scene = createScene({ market: 'walking' })
    const line = await scene.dial(LINEAR)
    await line.say({ op: 'subscribe', args: ['kline.1.BTCUSDT'] })
    await scene.clock.pass(185_000)
    const candles = data(line).map((frame) => frame.data[0])
    const confirmed = candles.filter((candle) => candle.confirm)
    expect(confirmed).toHaveLength(3)
    const history = await scene.get('/v5/market/kline', 'category=linear&symbol=BTCUSDT&interval=1&limit=10')
    for (const candle of confirmed) {
      const row = history.result.list.find(([start]: string[]) => start === String(candle.start))
      expect(row.slice(1, 6).map(Number)).toEqual(
        [candle.open, candle.high, candle.low, candle.close, candle.volume].map(Number),
      )
    }
  })

  it('keeps a book that deltas rebuild, and prints trades when the price moves', async () => {
    const scene = createScene({ market: 'walking' })
    const line = await scene.dial(LINEAR)
    await line.say({ op: 'subscribe', args: ['orderbook.50.BTCUSDT', 'publicTrade.BTCUSDT'] })
    await scene.clock.pass(4000)
    const books = data(line).filter((frame) => frame.topic === 'orderbook.50.BTCUSDT')
    expect(books[0].type).toBe('snapshot')
    const bids = new Map<string, string>(books[0].data.b)
    for (const [index, { data: delta }] of books.slice(1).entries()) {
      expect(delta.u).toBe(Number(books[0].data.u) + index + 1)
      for (const [price, size] of delta.b) {
        if (size === '0') bids.delete(price)
        else bids.set(price, size)
      }
    }
    expect(bids.size).toBe(50)
    expect(data(line).some((frame) => frame.topic === 'publicTrade.BTCUSDT')).toBe(true)
  })

  it('costs nothing once nobody listens, and ends the idle after ten minutes', async () => {
    const scene = createScene()
    const before = scene.clock.waiting
    const line = await scene.dial(LINEAR)
    await line.say({ op: 'subscribe', args: ['tickers.BTCUSDT'] })
    await scene.clock.pass(500_000)
    expect(line.ends).toEqual([])
    await scene.clock.pass(130_000)
    expect(line.ends).toEqual([{ code: 1006, reason: '' }])
    await scene.clock.pass(200)
    expect(scene.clock.waiting).toBe(before)
  })
})
