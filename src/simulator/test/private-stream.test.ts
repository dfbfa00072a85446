import { describe, expect, it } from 'vitest'
import { createScene, KEY, login, NOW, type Dialled, type Wire } from './scene.ts'

const PRIVATE = 'ws://bybit.simulator/v5/private'
const TRADE = { do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.05', price: '84000' }
const topics = (line: Dialled) => line.frames().map((frame) => frame.topic)

describe('logging in', () => {
  it('answers success and echoes the id', async () => {
    const line = await createScene().dial(PRIVATE)
    await line.say(login(NOW))
    expect(line.frames()).toMatchObject([{ success: true, ret_msg: '', op: 'auth', req_id: 'a1' }])
    expect(line.frames()[0].conn_id).toMatch(/-p$/)
  })

  it.each([
    ['an expiry that is past', (now: number) => login(now - 20_000)],
    ['another secret', (now: number) => login(now, { ...KEY, secret: 'guess' })],
    ['an unknown key', (now: number) => login(now, { ...KEY, apiKey: 'NOBODY' })],
    ['nothing at all', () => ({ op: 'auth', args: [] })],
  ])('refuses %s with the one text it has, and hangs up', async (_, message) => {
    const line = await createScene().dial(PRIVATE)
    await line.say(message(NOW))
    expect(line.frames()).toMatchObject([{ success: false, ret_msg: 'Params Error', op: 'auth' }])
    expect(line.ends).toMatchObject([{ code: 1000 }])
  })

  it('goes before subscribing', async () => {
    const line = await createScene().dial(PRIVATE)
    await line.say({ op: 'subscribe', args: ['position'] })
    expect(line.frames()).toMatchObject([{ success: false, ret_msg: 'Request not authorized' }])
  })

  it('pongs in its own shape', async () => {
    const line = await createScene().dial(PRIVATE)
    await line.say({ req_id: 'p1', op: 'ping' })
    expect(line.frames()).toMatchObject([{ req_id: 'p1', op: 'pong', args: [String(NOW)] }])
  })
})

describe('private topics', () => {
  it('say nothing on subscribing, whatever is held', async () => {
    const scene = createScene()
    scene.command(TRADE)
    const line = await scene.listen('position', 'wallet', 'order', 'execution')
    await scene.clock.pass(60_000)
    expect(line.texts).toEqual([])
  })

  it('tell a fill on every topic, with one sequence', async () => {
    const scene = createScene()
    const line = await scene.listen('position', 'wallet', 'order', 'execution', 'execution.fast')
    scene.command(TRADE)
    await scene.clock.pass(0)
    expect(new Set(topics(line))).toEqual(new Set(['execution.fast', 'execution', 'order', 'position', 'wallet']))
    const sequences = line.frames().flatMap((frame) => (frame.data[0].seq === undefined ? [] : [frame.data[0].seq]))
    expect(new Set(sequences).size).toBe(1)
    for (const frame of line.frames()) expect(frame.creationTime).toBeGreaterThan(NOW)
  })

  it('tell an unchanged position when an order is made, with a new sequence and the old time', async () => {
    const scene = createScene()
    scene.command(TRADE)
    const line = await scene.listen('position', 'order')
    const before = (await scene.get('/v5/position/list', 'category=linear&symbol=BTCUSDT')).result.list[0]
    await scene.clock.pass(1000)
    scene.command({ do: 'place', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.01', price: '80000' })
    await scene.clock.pass(0)
    const row = line.frames().find((frame) => frame.topic === 'position').data[0]
    expect(row).toMatchObject({ size: '0.05', updatedTime: before.updatedTime })
    expect(row.seq).toBeGreaterThan(before.seq)
  })

  it('tell only the coins that moved, with totals of all', async () => {
    const scene = createScene()
    scene.command({ do: 'transfer', account: 'plain', asset: 'BTC', amount: '0.1' })
    const line = await scene.listen('wallet')
    scene.command(TRADE)
    await scene.clock.pass(0)
    const [row] = line.frames()[0].data
    expect(row.coin.map((coin: Wire) => coin.coin)).toEqual(['USDT'])
    expect(Number(row.totalEquity)).toBeGreaterThan(19_000)
  })

  it('tell funding as an execution that is none', async () => {
    const scene = createScene()
    scene.command(TRADE)
    scene.command({ do: 'price', symbol: 'BTCUSDT', last: '84021' })
    const line = await scene.listen('execution', 'wallet')
    scene.command({ do: 'funding', symbol: 'BTCUSDT' })
    await scene.clock.pass(0)
    const row = line.frames().find((frame) => frame.topic === 'execution').data[0]
    expect(row).toMatchObject({
      execType: 'Funding',
      execFee: '0.420105',
      execQty: '0.05',
      feeRate: '0.0001',
      side: 'Buy',
    })
    const coin = line.frames().find((frame) => frame.topic === 'wallet').data[0].coin[0]
    expect(coin.walletBalance).toBe('9997.269895')
  })

  it('keep categories apart, and refuse both forms of one topic', async () => {
    const scene = createScene()
    const line = await scene.listen('order.inverse', 'execution.linear')
    scene.command(TRADE)
    await scene.clock.pass(0)
    expect(topics(line)).toEqual(['execution.linear'])
    await line.say({ op: 'subscribe', args: ['order', 'wallet', 'tickets'] })
    expect(line.frames().at(-1).ret_msg).toContain('[wallet]')
    expect(line.frames().at(-1).ret_msg).toContain('[order,tickets]')
  })

  it('tell each account its own alone', async () => {
    const { plainAccount } = await import('./scene.ts')
    const other = { ...plainAccount, id: 'other', keys: [] }
    const scene = createScene({ accounts: [plainAccount, other] })
    const line = await scene.listen('wallet')
    scene.command({ ...TRADE, account: 'other' })
    await scene.clock.pass(0)
    expect(line.texts).toEqual([])
  })

  it('end after the idle time the client asked for', async () => {
    const scene = createScene()
    const line = await scene.dial(`${PRIVATE}?max_active_time=1m`)
    await scene.clock.pass(31_000)
    await line.say({ op: 'ping' })
    await scene.clock.pass(59_000)
    expect(line.ends).toEqual([])
    await scene.clock.pass(60_000)
    expect(line.ends).toEqual([{ code: 1006, reason: '' }])
  })
})
