import { expect, it, onTestFinished } from 'vitest'
import { createHeart } from '../../channels/heartbeat/heart.ts'
import { createMemoryStore } from '../../engine/account/test/memory-store.ts'
import { createPulses } from '../../engine/health/pulses.ts'
import { createTables } from '../../engine/tables.ts'
import { createFakeLog } from '../../engine/test/fake-log.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { openNet } from '../../node/test/open-net.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import { takeBeat } from '../server/beats.ts'
import { startServer } from '../server/server.ts'

const TOKEN = '0123456789abcdef'.repeat(3)
const START = 1_795_000_000_000

/** A receiving server as the headless shell has one, with the clock in the test's hands. */
async function openReceiver() {
  const clock = createManualClock(START)
  const table = createTables().table<StreamRow>()
  const pulses = createPulses({ clock, log: createFakeLog(), store: createMemoryStore() }, table)
  pulses.start()
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    names: [],
    pageRoot: '/nowhere',
    answer: (ask) => takeBeat(ask, TOKEN, () => pulses),
    upgrade: () => 'unknown',
  })
  if (!server.ok) throw new Error(JSON.stringify(server.failure))
  onTestFinished(() => server.value.stop())
  return { clock, table, url: (user: string) => `http://${user}127.0.0.1:${server.value.port}/heartbeat/desk` }
}

const send = async (address: string) => {
  const heart = createHeart(address, openNet().http)
  if (!heart.ok) throw new Error(JSON.stringify(heart.failure))
  return heart.value.beat({ text: 'well', everyMs: 60_000 })
}

it('one Tidemark hears another, and notices when it falls silent', async () => {
  const { clock, table, url } = await openReceiver()
  expect(await send(url(`:${TOKEN}@`))).toMatchObject({ ok: true })
  expect(table.get('desk heartbeat')).toMatchObject({
    kind: 'heartbeat',
    required: true,
    state: 'live',
    heardAt: START,
  })
  await clock.pass(180_000)
  expect(table.get('desk heartbeat')?.state).toBe('live')
  await clock.pass(1_000)
  expect(table.get('desk heartbeat')).toMatchObject({ state: 'stale', problem: { id: 'heartbeat.silent' } })
  await send(url(`:${TOKEN}@`))
  expect(table.get('desk heartbeat')).toMatchObject({ state: 'live', problem: null })
})

it.each(['', ':guess@', 'me:guess@'])('a sender that calls itself "%s" is turned away', async (user) => {
  const { table, url } = await openReceiver()
  expect(await send(url(user))).toMatchObject({ ok: false, failure: { sentence: { values: { reason: 'HTTP 401' } } } })
  expect(table.size).toBe(0)
})

it('a page at another origin cannot beat, nor anybody post to the page', async () => {
  const { table, url } = await openReceiver()
  const headers = { authorization: `Bearer ${TOKEN}`, origin: 'http://elsewhere.example' }
  expect((await fetch(url(''), { method: 'POST', headers })).status).toBe(403)
  expect((await fetch(new URL('/', url('')), { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(405)
  expect(table.size).toBe(0)
})
