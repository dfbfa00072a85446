import { describe, expect, it } from 'vitest'
import { says } from '../test/fake-feed.ts'
import { createSeededRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { freshnessOf } from './freshness.ts'
import { createStage } from './test/stage.ts'

const HOUR = 3_600_000

describe('a mute stream', () => {
  it('is stale though its heartbeats are answered, and live again with the next item', async () => {
    const { clock, sockets, session } = createStage({ pace: { itemsWithin: 10_000 } })
    session.start()
    await clock.pass(9000)
    expect(session.status().mute).toBe(false)
    await clock.pass(2000)
    expect(session.status()).toMatchObject({ phase: 'up', mute: true })
    const stale = freshnessOf('s', session.status(), 'verified')
    expect([stale.state, stale.reason?.sentence.id, stale.reason?.sentence.values['seconds']]).toEqual([
      'stale',
      'stream.mute',
      '10',
    ])
    sockets.last().say(says({ kind: 'items', items: ['x'] }))
    expect(session.status()).toMatchObject({ mute: false, problem: null })
  })

  it('is dialled anew when it stays mute', async () => {
    const { clock, sockets, told, session } = createStage({ pace: { itemsWithin: 10_000 } })
    session.start()
    await clock.pass(75_000)
    expect(told.down.map((why) => why.sentence.id)).toEqual(['stream.mute'])
    expect(sockets.alive()).toHaveLength(1)
    expect(told.up).toEqual([1, 2])
  })
})

describe('a clock that jumps', () => {
  it.each([
    ['a sleep of three hours', 3 * HOUR, 'sleep'],
    ['a step forward', 90_000, 'step'],
    ['a step back', -90_000, 'step'],
  ] as const)('takes the way of a reconnect after %s', async (_name, byMs, kind) => {
    const { clock, sockets, told, session } = createStage()
    session.start()
    await clock.pass(100)
    const before = sockets.last()
    clock.jump(byMs, kind)
    expect(before.alive).toBe(false)
    expect(told.down.map((why) => why.sentence.id)).toEqual(['stream.clock-moved'])
    await clock.pass(1100)
    expect(told.up).toEqual([1, 2])
    expect(sockets.alive()).toHaveLength(1)
  })
})

describe('half a day without a network', () => {
  it('costs a try every now and then and leaves nothing behind', async () => {
    const { clock, sockets, told, session } = createStage()
    session.start()
    await clock.pass(1000)
    sockets.onOpen((socket) => socket.hangUp({ code: 1006, reason: '' }))
    sockets.last().hangUp()
    await clock.pass(12 * HOUR)
    expect(sockets.alive()).toHaveLength(0)
    expect(clock.waiting).toBe(1)
    expect(sockets.all.length).toBeLessThan((12 * HOUR) / 14_000)
    expect(told.down).toHaveLength(1)
    expect(session.status()).toMatchObject({
      phase: 'waiting',
      reconnects: 1,
      problem: { sentence: { id: 'stream.closed' } },
    })
  })
})

describe('rotation', () => {
  it('brings the new connection up before the old one closes', async () => {
    const { clock, sockets, told, session } = createStage({ pace: { rotateEvery: HOUR } })
    session.start()
    await clock.pass(HOUR - HOUR / 40 + 100)
    expect(told.up).toEqual([1, 2])
    expect(sockets.alive()).toHaveLength(2)
    sockets.all[0]!.say(says({ kind: 'items', items: ['old'] }))
    sockets.all[1]!.say(says({ kind: 'items', items: ['new'] }))
    expect(told.items.map(({ item, arrival }) => [item, arrival.generation])).toEqual([
      ['old', 1],
      ['new', 2],
    ])
    await clock.pass(5000)
    expect(sockets.alive()).toEqual([sockets.all[1]])
    expect(told.down).toEqual([])
  })

  it('keeps the old connection while the new one cannot be made', async () => {
    const { clock, sockets, told, session } = createStage({ pace: { rotateEvery: HOUR } })
    sockets.onOpen((socket) => {
      if (sockets.all.length > 1 && sockets.all.length < 4) socket.hangUp()
    })
    session.start()
    await clock.pass(HOUR)
    expect(sockets.alive()).toHaveLength(1)
    await clock.pass(10 * 60_000)
    expect(told.up).toEqual([1, 4])
    expect(told.down).toEqual([])
    expect(sockets.alive()).toHaveLength(1)
  })
})

describe('twenty sessions that drop together', () => {
  it('come back spread out, never waiting longer than the ceiling', async () => {
    const clock = createManualClock(0)
    const stages = Array.from({ length: 20 }, (_, seed) => createStage({ clock, random: createSeededRandom(seed) }))
    for (const stage of stages) stage.session.start()
    await clock.pass(20_000)
    let network = 'gone'
    for (const stage of stages) {
      stage.sockets.onOpen((socket) => {
        if (network === 'gone') socket.hangUp()
      })
      stage.sockets.last().hangUp()
    }
    const waits: number[] = []
    for (let second = 0; second < 120; second += 1) {
      await clock.pass(1000)
      for (const { session } of stages) waits.push((session.status().nextTryAt ?? clock.now()) - clock.now())
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000)
    network = 'back'
    const returned = new Set<number>()
    for (let slice = 0; slice < 32 * 4; slice += 1) {
      const before = stages.filter(({ session }) => session.status().phase === 'up').length
      await clock.pass(250)
      const after = stages.filter(({ session }) => session.status().phase === 'up').length
      if (after > before) returned.add(slice)
    }
    expect(stages.every(({ session }) => session.status().phase === 'up')).toBe(true)
    expect(returned.size).toBeGreaterThan(8)
  })
})
