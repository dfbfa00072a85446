import { describe, expect, it } from 'vitest'
import { failure, says } from '../test/fake-feed.ts'
import { createStage } from './test/stage.ts'

describe('a session', () => {
  it('connects, logs in, subscribes and is up', async () => {
    const { clock, sockets, told, session } = createStage({ logsIn: true })
    session.start()
    await clock.pass(100)
    expect(sockets.last().sent.map((text) => (JSON.parse(text) as { op: string }).op)).toEqual(['login', 'subscribe'])
    expect(told.up).toEqual([1])
    expect(told.statuses.map((status) => status.phase)).toEqual(['connecting', 'authenticating', 'subscribing', 'up'])
    expect(session.status().connectedAt).toBe(1_795_257_600_005)
  })

  it('delivers items with the connection they came on, even before the subscription is confirmed', async () => {
    const { clock, sockets, told, session } = createStage({ obliging: false })
    session.start()
    sockets.last().open()
    sockets.last().say(says({ kind: 'items', items: ['early'] }))
    expect(told.items).toEqual([{ item: 'early', arrival: { generation: 1, at: clock.now() } }])
    expect(session.status().phase).toBe('subscribing')
  })

  it('comes back after the exchange hangs up, and is deaf to the former socket', async () => {
    const { clock, sockets, told, session } = createStage()
    session.start()
    await clock.pass(100)
    const first = sockets.last()
    first.hangUp({ code: 1006, reason: '' })
    expect(told.down.map((why) => why.sentence.id)).toEqual(['stream.closed'])
    first.say(says({ kind: 'items', items: ['ghost'] }))
    await clock.pass(1000)
    expect(told.up).toEqual([1, 2])
    expect(told.items).toEqual([])
    expect(session.status()).toMatchObject({ phase: 'up', reconnects: 1, problem: null })
  })

  it('drops a connection whose heartbeats go out but are never answered', async () => {
    const { clock, sockets, told, session } = createStage({ obliging: false, topics: [] })
    session.start()
    sockets.last().open()
    expect(told.up).toEqual([1])
    await clock.pass(29_999)
    expect(sockets.last().sent).toHaveLength(1)
    expect(sockets.alive()).toHaveLength(1)
    await clock.pass(1)
    expect(sockets.alive()).toHaveLength(0)
    expect(told.down.map((why) => why.sentence.id)).toEqual(['stream.silent'])
  })

  it('counts anything heard as an answer to a heartbeat, also a protocol-level pong', async () => {
    const { clock, sockets, told, session } = createStage({ pings: true })
    session.start()
    await clock.pass(120_000)
    expect(sockets.last().pings).toBeGreaterThan(4)
    expect(told.down).toEqual([])
    expect(session.status().roundTripMs).toBe(5)
  })

  it('gives up a connection that is not made in time, or never answers a subscription', async () => {
    const { clock, sockets, told, session } = createStage({ obliging: false })
    session.start()
    await clock.pass(10_000)
    expect(sockets.alive()).toHaveLength(0)
    expect(session.status().problem?.sentence.id).toBe('stream.not-connected')
    await clock.pass(1000)
    sockets.last().open()
    await clock.pass(5000)
    expect(session.status().problem?.sentence.id).toBe('stream.unanswered')
    expect(told.up).toEqual([])
  })

  it('refuses a frame it cannot read, says so, and lives on', async () => {
    const { clock, sockets, told, session } = createStage()
    session.start()
    await clock.pass(100)
    sockets.last().say('garbage')
    sockets.last().say('{"kind":"resync","why":"unseen","items":["half"]}')
    sockets.last().say('this is a bug of the feed')
    expect(told.resyncs).toEqual(['unreadable', 'unseen', 'unreadable'])
    expect(told.items.map(({ item }) => item)).toEqual(['half'])
    expect(session.status()).toMatchObject({ phase: 'up', refusedFrames: 2 })
  })

  it('waits for the user after a refused login, however long', async () => {
    const { clock, sockets, told, session } = createStage({ obliging: false, logsIn: true })
    session.start()
    sockets.last().open()
    sockets.last().say(says({ kind: 'refused', failure: failure({ terminal: true }) }))
    expect(session.status()).toMatchObject({ phase: 'refused', problem: failure({ terminal: true }) })
    clock.jump(3_600_000, 'sleep')
    await clock.pass(24 * 3_600_000)
    expect(sockets.all).toHaveLength(1)
    expect(clock.waiting).toBe(0)
    session.restart(failure())
    expect(sockets.all).toHaveLength(2)
    expect(told.measured).toBe(0)
  })

  it('tries again after a login refused for a passing reason, with the clock measured and the asked wait kept', async () => {
    const { clock, sockets, told, session } = createStage({ obliging: false, logsIn: true })
    session.start()
    sockets.last().open()
    sockets.last().say(says({ kind: 'refused', failure: failure({ retryAfterMs: 20_000 }) }))
    expect(told.measured).toBe(1)
    await clock.pass(20_000)
    expect(sockets.all).toHaveLength(1)
    await clock.pass(1000)
    expect(sockets.all).toHaveLength(2)
  })

  it('leaves nothing behind when it is stopped', async () => {
    const { clock, sockets, told, session } = createStage({ pace: { rotateEvery: 60_000 } })
    session.start()
    await clock.pass(63_000)
    expect(sockets.alive().length).toBeGreaterThan(0)
    session.stop()
    const heard = told.statuses.length
    await clock.pass(60_000)
    expect([sockets.alive().length, clock.waiting, told.down.length]).toEqual([0, 0, 0])
    expect(told.statuses).toHaveLength(heard)
    expect(session.status().phase).toBe('idle')
  })
})
