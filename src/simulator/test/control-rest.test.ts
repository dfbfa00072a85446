import { describe, expect, it } from 'vitest'
import { createScene, NOW } from './scene.ts'

const BALANCE = '/v5/account/wallet-balance'
const QUERY = 'accountType=UNIFIED'

describe('faults of requests', () => {
  it.each([403, 418, 429, 451, 500, 502, 503])('answer HTTP %i', async (status) => {
    const scene = createScene()
    scene.command({ do: 'rest', path: '/v5/market', fault: { kind: 'refuse', trouble: { kind: 'status', status } } })
    expect(await scene.raw('/v5/market/time', '')).toMatchObject({ status })
    expect(await scene.raw('/v5/market/time', '')).toMatchObject({ status: 200 })
  })

  it('answer a page in place of JSON, or the exchange’s own code', async () => {
    const scene = createScene()
    scene.command({ do: 'rest', fault: { kind: 'refuse', trouble: { kind: 'html', status: 403 } } })
    const page = await scene.raw('/v5/market/time', '')
    expect(page).toMatchObject({ status: 403, headers: { 'content-type': 'text/html' } })
    scene.command({ do: 'rest', fault: { kind: 'refuse', trouble: { kind: 'code', code: 10016 } } })
    expect(await scene.get('/v5/market/time')).toMatchObject({ retCode: 10016, retMsg: 'Server error.' })
  })

  it('touch the paths and the venue they name, as often as they say', async () => {
    const scene = createScene()
    const fault = { kind: 'refuse', trouble: { kind: 'status', status: 500 } }
    scene.command({ do: 'rest', path: '/v5/position', times: 2, fault })
    scene.command({ do: 'rest', venue: 'binance', times: null, fault })
    const status = async () => ((await scene.raw('/v5/position/list', '')) as { status: number }).status
    expect([await status(), await status(), await status()]).toEqual([500, 500, 200])
  })

  it('never answer, or break the connection', async () => {
    const scene = createScene()
    scene.command({ do: 'rest', fault: { kind: 'timeout' } })
    const waiting = scene.raw('/v5/market/time', '')
    await scene.clock.pass(5000)
    expect(await waiting).toMatchObject({ kind: 'failed', failure: { sentence: { id: 'network.timeout' } } })
    scene.command({ do: 'rest', fault: { kind: 'broken' } })
    expect(await scene.raw('/v5/market/time', '')).toMatchObject({ kind: 'failed' })
  })

  it('answer late with what was true early', async () => {
    const scene = createScene()
    scene.command({ do: 'rest', path: BALANCE, fault: { kind: 'slow', ms: 2000 } })
    const late = scene.get(BALANCE, QUERY)
    await scene.clock.pass(0)
    scene.command({ do: 'transfer', account: 'plain', asset: 'USDT', amount: '5' })
    await scene.clock.pass(2000)
    const reply = await late
    expect(reply.time).toBe(NOW)
    expect(reply.result.list[0].coin[0].walletBalance).toBe('10000')
  })

  it('answer well with an empty list', async () => {
    const scene = createScene()
    scene.command({ do: 'rest', path: BALANCE, fault: { kind: 'empty-list' } })
    expect(await scene.get(BALANCE, QUERY)).toMatchObject({ retCode: 0, result: { list: [] } })
    expect((await scene.get(BALANCE, QUERY)).result.list).toHaveLength(1)
  })

  it('heal at once', async () => {
    const scene = createScene()
    scene.command({ do: 'rest', times: null, fault: { kind: 'broken' } })
    scene.command({ do: 'clock', offsetMs: 90_000 })
    scene.command({ do: 'heal' })
    expect(await scene.get(BALANCE, QUERY)).toMatchObject({ retCode: 0, time: NOW })
  })
})

describe('the exchange’s clock', () => {
  it('moves away from the machine’s, and requests fail with it', async () => {
    const scene = createScene()
    scene.command({ do: 'clock', offsetMs: 90_000 })
    expect((await scene.get('/v5/market/time')).time).toBe(NOW + 90_000)
    expect((await scene.get(BALANCE, QUERY)).retCode).toBe(10002)
    scene.command({ do: 'clock', offsetMs: -90_000 })
    expect((await scene.get(BALANCE, QUERY)).retCode).toBe(10002)
    scene.command({ do: 'clock', offsetMs: 0 })
    expect((await scene.get(BALANCE, QUERY)).retCode).toBe(0)
  })
})

describe('bad commands', () => {
  it.each([
    [undefined, 'simulator.command'],
    ['jump', 'simulator.command'],
    [{ do: 'explode' }, 'simulator.command'],
    [{ do: 'transfer', account: 'plain', asset: 'USDT', amount: 5 }, 'simulator.command'],
    [{ do: 'transfer', account: 'plain', asset: 'USDT', amount: '1', extra: 1 }, 'simulator.command'],
    [{ do: 'transfer', account: 'nobody', asset: 'USDT', amount: '1' }, 'simulator.account'],
    [{ do: 'transfer', account: 'plain', asset: 'USDT', amount: '-10001' }, 'simulator.balance'],
    [{ do: 'price', symbol: 'NOPE', last: '1' }, 'simulator.symbol'],
    [{ do: 'cancel', account: 'plain', order: 5 }, 'simulator.order'],
    [{ do: 'fill', account: 'plain', order: 5 }, 'simulator.order'],
    [{ do: 'liquidate', account: 'plain', symbol: 'BTCUSDT' }, 'simulator.nothing-to-close'],
    [{ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '0.0005' }, 'simulator.grid'],
    [{ do: 'place', account: 'plain', symbol: 'BTCUSDT', side: 'buy', quantity: '1', price: '1.05' }, 'simulator.grid'],
    [{ do: 'trade', account: 'plain', symbol: 'BTCUSDT', side: 'buy', slot: 'long', quantity: '1' }, 'simulator.slot'],
    [{ do: 'key-state', apiKey: 'NOBODY', state: 'expired' }, 'simulator.key'],
    [{ do: 'state', account: 'nobody' }, 'simulator.account'],
  ])('%j is answered by a sentence and changes nothing', (input, id) => {
    const scene = createScene()
    const before = scene.truth()
    expect(scene.simulator.control(input)).toMatchObject({ ok: false, failure: { sentence: { id } } })
    expect(scene.truth()).toEqual(before)
  })
})
