import { describe, expect, it } from 'vitest'
import type { AlertStore } from '../../ports/alert-store.ts'
import type { Delivery } from '../../ports/channel.ts'
import { again, delivered, HOUR, names, openOutboxStage, type Answer } from '../test/outbox-stage.ts'

describe('the outbox, when something breaks', () => {
  it('asks nothing of a store that is closed after it was stopped, with one message on its way', async () => {
    const answer = Promise.withResolvers<Delivery>()
    const { clock, alertStore, received, open, put } = openOutboxStage({ hook: () => answer.promise })
    const asked: string[] = []
    const closing = new Proxy(alertStore, {
      get: (store, name: keyof AlertStore) => {
        if (received.length > 0) asked.push(name)
        if (asked.length > 2) throw new Error('The database is closed')
        return store[name]
      },
    })
    const outbox = open(closing)
    put(names(3), 'hook')
    outbox.wake()
    await clock.settle()
    clock.advance(0)
    await clock.settle()
    expect(received).toHaveLength(1)
    outbox.stop()
    answer.resolve(delivered)
    await clock.pass(HOUR)
    expect(asked).toEqual(['deliveries', 'saveDeliveries'])
    expect(received).toHaveLength(1)
  })

  it('leaves no timer behind, neither while it sends nor when it is stopped', async () => {
    const answers = { mail: () => again(HOUR), hook: () => Promise.resolve(delivered) }
    const { clock, open, put } = openOutboxStage(answers)
    const outbox = open()
    put(['late'], 'mail')
    outbox.wake()
    await clock.pass(0)
    for (const id of names(5)) {
      put([id], 'hook')
      outbox.wake()
      await clock.pass(0)
    }
    expect(clock.waiting).toBe(1)
    outbox.stop()
    expect(clock.waiting).toBe(0)
  })

  it('counts a channel that throws as one that failed, and goes on', async () => {
    const fault: Answer = (_, seen) => {
      if (seen < 3) throw new Error('A fault of ours')
      return delivered
    }
    const { clock, received, open, put, stateOf } = openOutboxStage({ hook: fault })
    const outbox = open()
    put(['a'], 'hook')
    outbox.wake()
    await clock.pass(HOUR)
    expect(received).toHaveLength(3)
    expect(stateOf('a')).toEqual(['hook delivered'])
  })

  it('asks a store that cannot be read again later', async () => {
    const { clock, alertStore, open, put, stateOf } = openOutboxStage({ hook: () => delivered })
    const disk = { reads: 0 }
    const flaky: AlertStore = {
      ...alertStore,
      waitingChannels: () => {
        disk.reads += 1
        if (disk.reads === 1) throw new Error('disk I/O error')
        return alertStore.waitingChannels()
      },
      due: (...terms) => {
        disk.reads += 1
        if (disk.reads === 3) throw new Error('disk I/O error')
        return alertStore.due(...terms)
      },
    }
    put(['a'], 'hook')
    open(flaky).wake()
    await clock.pass(60_000)
    expect(stateOf('a')).toEqual(['hook delivered'])
  })
})
