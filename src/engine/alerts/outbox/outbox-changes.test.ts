import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../ports/channel.ts'
import { OS_CHANNEL } from '../channels/stored-channels.ts'
import { again, delivered, deliveryOf, HOUR, names, openOutboxStage, refused } from '../test/outbox-stage.ts'

describe('a channel that is not as it was', () => {
  it('is not tried, and nothing counted, until its secrets are read; then at once', async () => {
    const { clock, alertStore, lines, received, open, put } = openOutboxStage({ hook: () => delivered })
    const [line] = lines.values()
    lines.set('hook', { kind: 'not-ready', problem: null })
    const outbox = open()
    put(['a'], 'hook')
    const [before] = alertStore.deliveries(['a'])
    outbox.wake()
    await clock.pass(48 * HOUR)
    expect(alertStore.deliveries(['a'])).toEqual([before])
    lines.set('hook', line!) // the one that was there
    outbox.wake()
    await clock.pass(0)
    expect(received).toHaveLength(1)
  })

  it('is tried at once when it was changed, but what is held stays held', async () => {
    const { clock, alertStore, received, open, put } = openOutboxStage({ hook: () => refused })
    const outbox = open()
    put(['a'], 'hook')
    alertStore.saveDeliveries([{ ...deliveryOf('b', 'hook', 0), state: 'held', nextTryAt: HOUR }])
    outbox.wake()
    await clock.pass(1_000)
    outbox.channelChanged('hook')
    await clock.pass(0)
    expect(received.map(({ alerts, at }) => [alerts, at])).toEqual([
      [['a'], 0],
      [['a'], 1_000],
    ])
  })

  it('that was changed while a message was on its way tries that one again at once too', async () => {
    const answer = Promise.withResolvers<Delivery>()
    const { clock, received, open, put } = openOutboxStage({
      hook: (_, seen) => (seen === 1 ? answer.promise : delivered),
    })
    const outbox = open()
    put(['a'], 'hook')
    outbox.wake()
    await clock.pass(10_000)
    outbox.channelChanged('hook')
    answer.resolve(refused)
    await clock.pass(0)
    expect(received.map(({ at }) => at)).toEqual([0, 10_000])
  })

  it('that was removed gives up what was to leave through it, and says so', async () => {
    const { clock, alertStore, lines, open, put, stateOf } = openOutboxStage({ hook: () => again() })
    const outbox = open()
    put(['a', 'b'], 'hook')
    alertStore.saveDeliveries([{ ...deliveryOf('b', 'hook', 0), state: 'undelivered', nextTryAt: null }])
    lines.delete('hook')
    outbox.channelRemoved('hook')
    expect([stateOf('a'), stateOf('b')]).toEqual([['hook given-up'], ['hook given-up']])
    expect(alertStore.deliveries(['a'])[0]?.problem?.id).toBe('alert.no-channel')
    // One that is gone without having said so.
    put(['c'], 'ghost')
    outbox.wake()
    await clock.pass(0)
    expect(stateOf('c')).toEqual(['ghost given-up'])
  })
})

it('waits as long as it was to wait when somebody sets the clock, and holds until the clock on the wall', async () => {
  const { clock, alertStore, received, open, put } = openOutboxStage({
    hook: (_, seen) => (seen === 1 ? again(60_000) : delivered),
  })
  const outbox = open()
  put(['a'], 'hook')
  alertStore.saveDeliveries([{ ...deliveryOf('b', 'hook', 0), state: 'held', nextTryAt: HOUR }])
  outbox.wake()
  await clock.pass(1_000)
  clock.jump(-5 * HOUR)
  expect(alertStore.deliveries(['b'])[0]?.nextTryAt).toBe(HOUR)
  await clock.pass(60_000)
  expect(received.map(({ alerts }) => alerts)).toEqual([['a'], ['a']])
})

describe('an alert of a digest', () => {
  it('goes out under a key of its own when it is retried, and in another digest under another', async () => {
    const taken = new Set<string>()
    const answer = { now: again() }
    const { clock, alertStore, received, open, put } = openOutboxStage({ hook: () => answer.now })
    const outbox = open()
    put(names(4), 'hook')
    outbox.wake()
    await clock.pass(0)
    for (const { key } of received) taken.add(key)
    await clock.pass(10)
    answer.now = delivered
    for (const alert of names(2)) {
      expect(outbox.retry(alertStore.deliveries([alert])).ok).toBe(true)
      expect(taken).not.toContain(alertStore.deliveries([alert])[0]?.key)
    }
    put(['x', 'y'], 'hook')
    outbox.wake()
    await clock.pass(0)
    expect(received.at(-1)?.alerts).toEqual(['alert-0', 'alert-1', 'x', 'y'])
    expect(taken).not.toContain(received.at(-1)?.key)
  })

  it('that is given up leaves the others where they are', async () => {
    const answer = { now: again() }
    const { clock, alertStore, received, open, put, stateOf } = openOutboxStage({ hook: () => answer.now })
    const outbox = open()
    put(names(4), 'hook')
    outbox.wake()
    await clock.pass(0)
    expect(outbox.giveUp(alertStore.deliveries(['alert-1'])).ok).toBe(true)
    answer.now = delivered
    await clock.pass(HOUR)
    expect(received.at(-1)?.alerts).toEqual(['alert-0', 'alert-2', 'alert-3'])
    expect([stateOf('alert-1'), alertStore.waiting('hook')]).toEqual([['hook given-up'], 0])
  })
})

it('is not sent any more when it was given up behind a message that takes its time', async () => {
  const answer = Promise.withResolvers<Delivery>()
  const { clock, alertStore, received, open, put } = openOutboxStage({ hook: () => answer.promise })
  const outbox = open()
  put(['a', 'b'], 'hook')
  outbox.wake()
  await clock.pass(0)
  outbox.giveUp(alertStore.deliveries(['b']))
  answer.resolve(delivered)
  await clock.pass(HOUR)
  expect(received.map(({ alerts }) => alerts)).toEqual([['a']])
})

it('is not given up on while it is being sent when it arrives all the same', async () => {
  const answer = Promise.withResolvers<Delivery>()
  const { clock, alertStore, open, put, stateOf } = openOutboxStage({ hook: () => answer.promise })
  const outbox = open()
  put(['a'], 'hook')
  outbox.wake()
  await clock.pass(0)
  outbox.giveUp(alertStore.deliveries(['a']))
  answer.resolve(delivered)
  await clock.pass(0)
  expect(stateOf('a')).toEqual(['hook delivered'])
})

it('counts no notice that nobody saw as undelivered where another channel arrived, sooner or later', async () => {
  const well = { now: false }
  const answers = { [OS_CHANNEL]: () => again(), hook: () => (well.now ? delivered : again()) }
  const { clock, alertStore, open, put, stateOf } = openOutboxStage(answers)
  const outbox = open()
  put(['a'], 'hook')
  alertStore.saveDeliveries([deliveryOf('a', OS_CHANNEL, 0)])
  outbox.wake()
  await clock.pass(30 * HOUR)
  expect(alertStore.undelivered()).toBe(2)
  well.now = true
  outbox.retry(alertStore.deliveries(['a']).filter(({ channel }) => channel === 'hook'))
  await clock.pass(HOUR)
  expect([stateOf('a'), alertStore.undelivered()]).toEqual([['hook delivered', 'os skipped'], 0])
})

it('goes on itself when the channel that would stand in tells the alert already', async () => {
  const answers = { mail: () => refused, hook: () => delivered }
  const { clock, alertStore, open, put, stateOf } = openOutboxStage(answers, { mail: 'hook' })
  const outbox = open()
  put(['a'], 'mail')
  alertStore.saveDeliveries([deliveryOf('a', 'hook', 0)])
  outbox.wake()
  await clock.pass(30 * HOUR)
  expect([stateOf('a'), alertStore.undelivered()]).toEqual([['hook delivered', 'mail undelivered'], 1])
})
