import { describe, expect, it } from 'vitest'
import { createScene, type Dialled, type Scene } from './scene.ts'

const LINEAR = 'ws://bybit.simulator/v5/public/linear'
const PRIVATE_ONLY = { lines: { stream: 'private' } }
const deposit = { do: 'transfer', account: 'plain', asset: 'USDT', amount: '1' }

async function listening(): Promise<{ scene: Scene; line: Dialled }> {
  const scene = createScene()
  return { scene, line: await scene.listen('wallet') }
}

async function pay(scene: Scene, times = 1): Promise<void> {
  for (let index = 0; index < times; index++) scene.command(deposit)
  await scene.clock.pass(0)
}

const balances = (line: Dialled) => line.frames().map((frame) => frame.data[0].coin[0].walletBalance)

describe('faults of lines', () => {
  it('drop one stream with 1006, or with a close code, and leave the others', async () => {
    const { scene, line } = await listening()
    const other = await scene.dial(LINEAR)
    expect(scene.command({ do: 'drop', ...PRIVATE_ONLY })).toEqual({ lines: 1 })
    await scene.clock.pass(0)
    expect(line.ends).toEqual([{ code: 1006, reason: '' }])
    expect(other.ends).toEqual([])
    scene.command({ do: 'drop', lines: { stream: 'public' }, end: { kind: 'close', code: 1008, reason: 'policy' } })
    await scene.clock.pass(0)
    expect(other.ends).toEqual([{ code: 1008, reason: 'policy' }])
  })

  it('drop by account', async () => {
    const { scene, line } = await listening()
    expect(scene.command({ do: 'drop', lines: { account: 'somebody' } })).toEqual({ lines: 0 })
    expect(scene.command({ do: 'drop', lines: { account: 'plain' } })).toEqual({ lines: 1 })
    await scene.clock.pass(0)
    expect(line.ends).toHaveLength(1)
  })

  it('silence data while pongs go on, or everything; a new connection hears again', async () => {
    const { scene, line } = await listening()
    scene.command({ do: 'silence', ...PRIVATE_ONLY })
    await pay(scene)
    await line.say({ op: 'ping' })
    expect(line.frames().map((frame) => frame.op)).toEqual(['pong'])
    scene.command({ do: 'heal' })
    scene.command({ do: 'silence', ...PRIVATE_ONLY, heartbeats: 'unanswered' })
    await line.say({ op: 'ping' })
    line.socket.ping()
    await pay(scene)
    expect(line.texts).toHaveLength(1)
    expect(line.stirred()).toBe(0)
    const fresh = await scene.listen('wallet')
    await pay(scene)
    expect(fresh.texts).toHaveLength(1)
  })

  it('answer a protocol-level ping while healthy', async () => {
    const { scene, line } = await listening()
    line.socket.ping()
    await scene.clock.pass(0)
    expect(line.stirred()).toBe(1)
  })

  it('silence also the lines to come when asked', async () => {
    const { scene } = await listening()
    scene.command({ do: 'silence', ...PRIVATE_ONLY, reach: 'also-new' })
    const fresh = await scene.listen('wallet')
    await pay(scene)
    expect(fresh.texts).toEqual([])
  })

  it('delay frames, in order', async () => {
    const { scene, line } = await listening()
    scene.command({ do: 'delay', ...PRIVATE_ONLY, ms: 700, frames: 1 })
    await pay(scene, 2)
    expect(line.texts).toEqual([])
    await scene.clock.pass(700)
    expect(balances(line)).toEqual(['10001', '10002'])
  })

  it('duplicate the next frames and then no more', async () => {
    const { scene, line } = await listening()
    scene.command({ do: 'duplicate', ...PRIVATE_ONLY, frames: 1 })
    await pay(scene, 2)
    expect(balances(line)).toEqual(['10001', '10001', '10002'])
  })

  it('reorder: a frame goes after the one that follows it, or alone after a second', async () => {
    const { scene, line } = await listening()
    scene.command({ do: 'reorder', ...PRIVATE_ONLY, frames: 2 })
    await pay(scene, 2)
    expect(balances(line)).toEqual(['10002', '10001'])
    await pay(scene)
    await scene.clock.pass(1000)
    expect(balances(line)).toEqual(['10002', '10001', '10003'])
  })

  it('garble and lose as many as asked', async () => {
    const { scene, line } = await listening()
    scene.command({ do: 'garble', ...PRIVATE_ONLY, frames: 1 })
    await pay(scene)
    expect(() => line.frames()).toThrow()
    line.texts.length = 0
    scene.command({ do: 'lose', ...PRIVATE_ONLY, frames: 1 })
    await pay(scene, 2)
    expect(balances(line)).toEqual(['10003'])
  })

  it('refuse handshakes with the status asked for, as often as asked', async () => {
    const scene = createScene()
    scene.command({ do: 'handshake', path: '/v5/public', status: 429 })
    expect((await scene.dial(LINEAR)).ends).toMatchObject([{ failure: { sentence: { values: { status: '429' } } } }])
    expect((await scene.dial(LINEAR)).ends).toEqual([])
  })

  it('put any text on the wire', async () => {
    const { scene, line } = await listening()
    expect(scene.command({ do: 'say', lines: { stream: 'private' }, text: 'not json' })).toEqual({ lines: 1 })
    await scene.clock.pass(0)
    expect(line.texts).toEqual(['not json'])
  })

  it('refuse everything while offline, and nothing afterwards', async () => {
    const { scene, line } = await listening()
    scene.command({ do: 'offline' })
    await scene.clock.pass(0)
    expect(line.ends).toEqual([{ code: 1006, reason: '' }])
    expect(await scene.raw('/v5/market/time', '')).toMatchObject({ kind: 'failed' })
    const refused = await scene.dial(LINEAR)
    expect(refused.ends).toMatchObject([{ code: 1006, failure: { sentence: { id: 'network.handshake' } } }])
    scene.command({ do: 'online' })
    expect((await scene.get('/v5/market/time')).retCode).toBe(0)
    expect((await scene.dial(LINEAR)).ends).toEqual([])
  })
})
