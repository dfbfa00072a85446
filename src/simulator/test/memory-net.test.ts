import { describe, expect, it } from 'vitest'
import { createScene } from './scene.ts'

const LINEAR = 'ws://bybit.simulator/v5/public/linear'

describe('memory sockets', () => {
  it('open after they are returned, and speak in order', async () => {
    const scene = createScene()
    const told: string[] = []
    const socket = scene.net.sockets.open(LINEAR, {
      opened: () => {
        told.push('opened')
        socket.send('{"op":"ping","req_id":"1"}')
        socket.send('{"op":"ping","req_id":"2"}')
      },
      text: (text) => void told.push(JSON.parse(text).req_id),
      stirred: () => undefined,
      closed: () => void told.push('closed'),
    })
    expect(told).toEqual([])
    await scene.clock.pass(0)
    expect(told).toEqual(['opened', '1', '2'])
  })

  it('close once, and tell nothing after', async () => {
    const scene = createScene({ market: 'walking' })
    const line = await scene.dial(LINEAR)
    await line.say({ op: 'subscribe', args: ['tickers.BTCUSDT'] })
    await scene.clock.pass(500)
    line.socket.close()
    line.socket.terminate()
    expect(line.ends).toEqual([])
    await scene.clock.pass(0)
    const heard = line.texts.length
    await scene.clock.pass(2000)
    expect(line.ends).toEqual([{ code: 1000, reason: '' }])
    expect(line.texts).toHaveLength(heard)
    line.socket.send('late')
    line.socket.ping()
    await scene.clock.pass(0)
    expect(line.texts).toHaveLength(heard)
  })

  it('terminate with 1006', async () => {
    const line = await createScene().dial(LINEAR)
    line.socket.terminate()
    await Promise.resolve()
    await Promise.resolve()
    expect(line.ends).toEqual([{ code: 1006, reason: '' }])
  })

  it.each([
    ['ws://elsewhere.example/v5/private', 'network.unreachable'],
    ['ws://bybit.simulator/v5/trade', 'network.handshake'],
    ['ws://bybit.simulator/nowhere', 'network.handshake'],
  ])('fail for %s with a sentence', async (url, id) => {
    const line = await createScene().dial(url)
    expect(line.ends).toMatchObject([{ code: 1006, failure: { sentence: { id } } }])
  })

  it('may be closed before they open', async () => {
    const scene = createScene()
    const ends: unknown[] = []
    const socket = scene.net.sockets.open(LINEAR, {
      opened: () => ends.push('opened'),
      text: () => undefined,
      stirred: () => undefined,
      closed: (end) => ends.push(end),
    })
    socket.close()
    await scene.clock.pass(0)
    expect(ends).toEqual([{ code: 1000, reason: '' }])
  })
})

describe('memory requests', () => {
  it('leave no timer behind', async () => {
    const scene = createScene()
    const before = scene.clock.waiting
    await scene.get('/v5/market/time')
    expect(scene.clock.waiting).toBe(before)
  })

  it('fail for hosts that are not ours', async () => {
    const { net } = createScene()
    const request = { method: 'GET', url: 'http://elsewhere.example/', headers: {}, timeoutMs: 10 } as const
    expect(await net.http.send(request)).toMatchObject({ kind: 'failed' })
  })
})
