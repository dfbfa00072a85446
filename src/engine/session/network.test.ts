import { describe, expect, it } from 'vitest'
import { failure, says } from '../test/fake-feed.ts'
import { createFixedRandom, createSeededRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { freshnessOf } from './freshness.ts'
import { PROVE_WITHIN_MS, RETURN_WITHIN_MS } from './network.ts'
import { createStage, instantly, type StageOptions } from './test/stage.ts'
import { ok } from '../../shared/result.ts'

const CHANGES = ['gone', 'back', 'other'] as const

/** A stage whose far end falls silent when the test says so. */
async function connected(options: StageOptions = {}) {
  const stage = createStage({ obliging: false, ...options })
  const far = { silent: false }
  stage.sockets.onOpen((socket) => void stage.clock.after(5, () => far.silent || socket.open()))
  stage.sockets.onSent((socket, text) => {
    const { op, id } = JSON.parse(text) as { readonly op: string; readonly id: string }
    const said = op === 'heartbeat' ? says({ kind: 'heartbeat' }) : says({ kind: 'subscribed', id })
    stage.clock.after(50, () => far.silent || socket.say(said))
  })
  stage.session.start()
  await stage.clock.pass(1000)
  const fresh = () => freshnessOf('s', stage.session.status(), 'verified')
  return { ...stage, far, fresh }
}

describe.each(CHANGES)('a connection under which the network is %s', (state) => {
  it('is checked at once and live again with the first answer, without having been down', async () => {
    const { clock, machine, told, fresh } = await connected()
    machine.report({ kind: 'network', state })
    expect(fresh()).toMatchObject({ state: 'checking', reason: { sentence: { id: 'stream.proving' } } })
    await clock.pass(50)
    expect(fresh().state).toBe('live')
    await clock.pass(60_000)
    expect([told.down, told.up]).toEqual([[], [1]])
  })

  it('is dropped within seconds when it died with the old network', async () => {
    const { clock, machine, told, far, sockets, fresh } = await connected()
    far.silent = true
    machine.report({ kind: 'network', state })
    await clock.pass(PROVE_WITHIN_MS - 1)
    expect(fresh().state).toBe('checking')
    await clock.pass(1)
    expect([fresh().state, told.down.length]).toEqual(['down', 1])
    far.silent = false
    await clock.pass(1500)
    expect([fresh().state, sockets.alive().length]).toEqual(['live', 1])
  })

  it('is not kept alive by a network that changes all the time', async () => {
    const { clock, machine, told, far } = await connected()
    far.silent = true
    for (let second = 0; second < 12; second += 3) {
      machine.report({ kind: 'network', state })
      await clock.pass(3000)
    }
    expect(told.down).toHaveLength(1)
  })
})

describe('a connection that is being made while the network changes', () => {
  it('is given up soon, for its packets leave by a way that is not there any more', async () => {
    const { clock, machine, sockets, session } = createStage({ obliging: false })
    session.start()
    await clock.pass(500)
    machine.report({ kind: 'network', state: 'other' })
    await clock.pass(PROVE_WITHIN_MS)
    expect([sockets.all[0]?.alive, session.status().phase]).toEqual([false, 'waiting'])
  })

  it('is followed soon by another, however often the way that is gone has failed', async () => {
    const { clock, machine, sockets, session, far } = await connected({ random: createFixedRandom(0.9) })
    far.silent = true
    sockets.last().hangUp()
    await clock.pass(120_000)
    while (session.status().phase !== 'connecting') await clock.pass(100)
    await clock.pass(100)
    far.silent = false
    machine.report({ kind: 'network', state: 'back' })
    await clock.pass(PROVE_WITHIN_MS + 1100)
    expect(session.status().phase).toBe('up')
  })
})

describe('a session that waits for its next try', () => {
  async function waiting(retryAfterMs?: number) {
    const stage = await connected({ random: createSeededRandom(3) })
    stage.far.silent = true
    stage.sockets
      .last()
      .hangUp(retryAfterMs === undefined ? undefined : { code: 1006, reason: '', failure: failure({ retryAfterMs }) })
    return stage
  }

  it.each(['back', 'other'] as const)('dials soon when the network is %s', async (state) => {
    const { clock, machine, sockets, session, far } = await waiting()
    await clock.pass(120_000)
    while ((session.status().nextTryAt ?? 0) - clock.now() < 5000) await clock.pass(1000)
    const before = sockets.all.length
    far.silent = false
    machine.report({ kind: 'network', state })
    await clock.pass(RETURN_WITHIN_MS + 200)
    expect([sockets.all.length, session.status().phase]).toEqual([before + 1, 'up'])
  })

  it('keeps the rest an exchange asked for', async () => {
    const { clock, machine, sockets } = await waiting(90_000)
    machine.report({ kind: 'network', state: 'back' })
    await clock.pass(89_000)
    expect(sockets.all).toHaveLength(1)
    await clock.pass(2000)
    expect(sockets.all).toHaveLength(2)
  })

  it('is not woken by a network that goes', async () => {
    const { clock, machine, sockets, session } = await waiting()
    await clock.pass(60_000)
    const { nextTryAt } = session.status()
    const before = sockets.all.length
    machine.report({ kind: 'network', state: 'gone' })
    expect([session.status().nextTryAt, sockets.all.length]).toEqual([nextTryAt, before])
  })
})

describe('a session that waits for a ticket', () => {
  it('asks for one again when the network is back, and heeds only the newest answer', async () => {
    const asked: number[] = []
    const issue = () => instantly(() => (asked.push(asked.length), ok({ text: 'ticket' })))
    const ticketing = { issue, keep: issue, keepEvery: 60_000 }
    const { clock, machine, session, sockets } = createStage({ ticketing })
    session.start()
    machine.report({ kind: 'network', state: 'back' })
    await clock.pass(1000)
    expect([asked.length, sockets.all.length]).toEqual([2, 1])
  })
})

describe('many sessions after the network came back', () => {
  it('come back within seconds, not in the same moment', async () => {
    const clock = createManualClock(0)
    const stages = Array.from({ length: 20 }, (_, seed) => createStage({ clock, random: createSeededRandom(seed) }))
    for (const { session, sockets } of stages) {
      sockets.onOpen((socket) => clock.now() < 600_000 && socket.hangUp())
      session.start()
    }
    await clock.pass(600_000)
    for (const { machine } of stages) machine.report({ kind: 'network', state: 'back' })
    const moments = new Set<number>()
    for (let at = 0; at < RETURN_WITHIN_MS + 100; at += 100) {
      const before = stages.filter(({ session }) => session.status().phase === 'up').length
      await clock.pass(100)
      if (stages.filter(({ session }) => session.status().phase === 'up').length > before) moments.add(at)
    }
    expect(stages.every(({ session }) => session.status().phase === 'up')).toBe(true)
    expect(moments.size).toBeGreaterThan(5)
  })
})

it('hears nothing of the network before it is started or after it is stopped', async () => {
  const { machine, session, clock } = createStage()
  expect(machine.listeners).toBe(0)
  session.start()
  await clock.pass(100)
  expect(machine.listeners).toBe(1)
  session.stop()
  expect([machine.listeners, clock.waiting]).toEqual([0, 0])
})
