import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../ports/channel.ts'
import { createSeededRandom } from '../../test/fake-random.ts'
import {
  again,
  delivered,
  deliveryOf,
  HOUR,
  names,
  openOutboxStage,
  refused,
  type Answer,
} from '../test/outbox-stage.ts'

describe('the outbox', () => {
  it('delivers ten thousand alerts through a channel that fails half the time, and none twice without need', async () => {
    const chance = createSeededRandom(11)
    // Some answers are lost after the receiver took the message: the only reason for a repetition.
    const lost = new Set<string>()
    const taken = new Map<string, number>()
    const half: Answer = ({ key }) => {
      const luck = chance.next()
      if (luck < 0.4) return again()
      taken.set(key, (taken.get(key) ?? 0) + 1)
      if (luck < 0.5) {
        lost.add(key)
        return again()
      }
      return delivered
    }
    const { clock, alertStore, received, open, put } = openOutboxStage({ hook: half })
    const outbox = open()
    const ids = names(10_000)
    put(ids, 'hook')
    outbox.wake()
    await clock.pass(20 * HOUR)
    expect(alertStore.waitingChannels()).toEqual([])
    const arrived = new Set(received.flatMap((each) => (taken.has(each.key) ? each.alerts : [])))
    expect(arrived.size).toBe(ids.length)
    const repeated = [...taken].filter(([, times]) => times > 1).map(([key]) => key)
    expect(repeated.filter((key) => !lost.has(key))).toEqual([])
    // Each try of a key told the same alerts.
    const told = Map.groupBy(received, ({ key }) => key)
    expect([...told.values()].every((tries) => new Set(tries.map((each) => each.alerts.join())).size === 1)).toBe(true)
    expect(alertStore.undelivered()).toBe(0)
  })

  it('waits as long as the receiver asks', async () => {
    const { clock, received, open, put } = openOutboxStage({
      hook: (_, seen) => (seen === 1 ? again(90_000) : delivered),
    })
    const outbox = open()
    put(['a'], 'hook')
    outbox.wake()
    await clock.pass(89_000)
    expect(received).toHaveLength(1)
    await clock.pass(120_000)
    expect(received.map(({ key }) => key)).toEqual(['a hook', 'a hook'])
  })

  it('tells a burst as one digest and a few alerts one by one', async () => {
    const { clock, received, open, put } = openOutboxStage({ hook: () => delivered })
    const outbox = open()
    put(names(3), 'hook')
    outbox.wake()
    await clock.pass(0)
    expect(received.map(({ alerts }) => alerts.length)).toEqual([1, 1, 1])
    put(['b1', 'b2', 'b3', 'b4', 'b5'], 'hook')
    outbox.wake()
    await clock.pass(0)
    expect(received.at(-1)?.alerts).toEqual(['b1', 'b2', 'b3', 'b4', 'b5'])
  })

  it('hands over to the channel that stands in, once', async () => {
    const answers = { mail: () => refused, hook: () => refused }
    const { clock, received, open, put, stateOf } = openOutboxStage(answers, { mail: 'hook', hook: 'mail' })
    const outbox = open()
    put(['a'], 'mail')
    outbox.wake()
    await clock.pass(HOUR)
    expect(received.filter(({ channel }) => channel === 'mail')).toHaveLength(1)
    expect(received.filter(({ channel }) => channel === 'hook').length).toBeGreaterThan(1)
    expect(stateOf('a').sort()).toEqual(['hook failed', 'mail failed'])
  })

  it('gives up after a day, says so, and tries again when asked', async () => {
    const well = { now: false }
    const { clock, alertStore, open, put, stateOf } = openOutboxStage({ hook: () => (well.now ? delivered : again()) })
    const outbox = open()
    put(['a'], 'hook')
    outbox.wake()
    await clock.pass(23 * HOUR)
    expect(stateOf('a')).toEqual(['hook pending'])
    await clock.pass(2 * HOUR)
    expect([stateOf('a'), alertStore.undelivered()]).toEqual([['hook undelivered'], 1])
    well.now = true
    outbox.retry(alertStore.deliveries(['a']))
    await clock.pass(HOUR)
    expect([stateOf('a'), alertStore.undelivered()]).toEqual([['hook delivered'], 0])
  })

  it('does not let a channel that never answers hold up another', async () => {
    const answers = { slow: () => new Promise<Delivery>(() => undefined), hook: () => delivered }
    const { clock, received, open, put, alertStore } = openOutboxStage(answers)
    const outbox = open()
    put(['a', 'b'], 'slow')
    alertStore.saveDeliveries([deliveryOf('a', 'hook', 0), deliveryOf('b', 'hook', 0)])
    outbox.wake()
    await clock.pass(HOUR)
    expect(received.map(({ channel }) => channel).sort()).toEqual(['hook', 'hook', 'slow'])
  })

  it('sends nothing it cannot record, and goes on when the disk takes writes again', async () => {
    const { clock, alertStore, received, open, put } = openOutboxStage({ hook: () => delivered })
    const outbox = open()
    put(names(6), 'hook')
    alertStore.breakDisk('broken')
    outbox.wake()
    await clock.pass(60_000)
    expect(received).toEqual([])
    alertStore.breakDisk('sound')
    await clock.pass(60_000)
    expect(received).toHaveLength(1)
  })

  it('goes on with the same key after an end in the middle of sending', async () => {
    const hang = { now: true }
    const { clock, received, open, put, stateOf } = openOutboxStage({ hook: () => (hang.now ? again() : delivered) })
    const first = open()
    put(names(8), 'hook')
    first.wake()
    await clock.pass(0)
    first.stop()
    hang.now = false
    open().wake()
    await clock.pass(HOUR)
    expect(new Set(received.map(({ key }) => key)).size).toBe(1)
    expect(stateOf('alert-3')).toEqual(['hook delivered'])
  })

  it('tells what it told alone under the same key after an end, and in no digest', async () => {
    const { clock, received, open, put } = openOutboxStage({ hook: () => new Promise<Delivery>(() => undefined) })
    const first = open()
    put(['a'], 'hook')
    first.wake()
    await clock.pass(0)
    first.stop()
    put(names(5), 'hook')
    open().wake()
    await clock.pass(0)
    expect(received.map(({ key, alerts }) => [key, alerts])).toEqual([
      ['a hook', ['a']],
      ['a hook', ['a']],
    ])
  })

  it('tries what was never tried before what the channel did not take', async () => {
    const { clock, received, open, put } = openOutboxStage({ hook: () => again(60_000) })
    const outbox = open()
    await clock.pass(1_000)
    put(['a', 'b', 'c'], 'hook')
    outbox.wake()
    await clock.pass(130_000)
    expect(received.map(({ key }) => key)).toEqual(['a hook', 'b hook', 'c hook'])
  })
})
