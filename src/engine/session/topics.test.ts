import { describe, expect, it } from 'vitest'
import { failure, says } from '../test/fake-feed.ts'
import { createStage } from './test/stage.ts'

interface Frame {
  readonly op: string
  readonly id: string
  readonly topics: readonly string[]
}

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `t${index}`)
const read = (text: string): Frame => JSON.parse(text) as Frame

describe('topics of a session', () => {
  it('are asked for in chunks, never faster than the pace, and all confirmed before it is up', async () => {
    const { clock, sockets, told, session } = createStage({ topics: names(300), pace: { messagesPerSecond: 8 } })
    const sentAt: number[] = []
    sockets.onSent(() => sentAt.push(clock.monotonic()))
    session.start()
    await clock.pass(2900)
    expect(told.up).toEqual([])
    await clock.pass(4000)
    expect(told.up).toEqual([1])
    const asked = sockets.last().sent.flatMap((text) => read(text).topics)
    expect(asked).toEqual(names(300))
    for (const at of sentAt)
      expect(sentAt.filter((other) => other >= at && other < at + 1000).length).toBeLessThanOrEqual(8)
  })

  it('are asked for again on the next connection, the wishes of the meantime included', async () => {
    const { clock, sockets, session } = createStage({ topics: ['a', 'b'] })
    session.start()
    await clock.pass(100)
    sockets.last().hangUp()
    session.want(['c'])
    session.unwant(['a'])
    await clock.pass(1000)
    expect(sockets.last().sent.map((text) => read(text).topics)).toEqual([['b', 'c']])
  })

  it('come and go while connected; a flurry of wishes becomes few messages', async () => {
    const { clock, sockets, session } = createStage({ topics: ['a'], pace: { messagesPerSecond: 3 } })
    session.start()
    await clock.pass(2000)
    for (const topic of names(25)) session.want([topic])
    session.unwant(['a'])
    await clock.pass(3000)
    const frames = sockets.last().sent.slice(1).map(read)
    expect(frames.length).toBeLessThan(9)
    expect(new Set(frames.flatMap(({ op, topics }) => (op === 'subscribe' ? topics : [])))).toEqual(new Set(names(25)))
    expect(frames.find(({ op }) => op === 'unsubscribe')?.topics).toEqual(['a'])
    expect(session.status().phase).toBe('up')
  })

  it('are remembered and reported when the exchange does not have them', async () => {
    const { clock, sockets, told, session } = createStage({ obliging: false, topics: ['good', 'bad'] })
    session.start()
    sockets.last().open()
    const { id } = read(sockets.last().sent[0]!)
    sockets.last().say(says({ kind: 'unsubscribable', id, failure: failure(), topics: ['bad'] }))
    expect(told.up).toEqual([1])
    expect(session.status().unsubscribable).toEqual(['bad'])
    sockets.last().hangUp()
    await clock.pass(1000)
    sockets.last().open()
    expect(read(sockets.last().sent[0]!).topics).toEqual(['good'])
  })

  it('are lost and asked for anew when a whole message was refused for no topic of it', async () => {
    const { clock, sockets, told, session } = createStage({ obliging: false, topics: ['a'] })
    session.start()
    sockets.last().open()
    sockets.last().say(says({ kind: 'unsubscribable', id: null, failure: failure(), topics: [] }))
    expect(told.up).toEqual([])
    await clock.pass(1000)
    expect(sockets.all).toHaveLength(2)
    expect(session.status().unsubscribable).toEqual([])
  })

  it('count as confirmed when answers come without an id or out of order', () => {
    const { sockets, told, session } = createStage({ obliging: false, topics: ['a'] })
    session.start()
    sockets.last().open()
    session.want(['b'])
    const ids = sockets.last().sent.map((text) => read(text).id)
    sockets.last().say(says({ kind: 'subscribed', id: ids[1]! }))
    expect(told.up).toEqual([])
    sockets.last().say(says({ kind: 'subscribed', id: null }))
    expect(told.up).toEqual([1])
  })
})
