import { expect, it } from 'vitest'
import { fail, ok } from '../shared/result.ts'
import type { Mode } from '../shared/frames.ts'
import { sentence } from '../shared/sentence.ts'
import { openDesk, type Side } from './desk.ts'
import type { Engine } from './engine.ts'
import type { MachineEvent } from './ports/machine.ts'
import type { StoredAccount } from './ports/store.ts'
import { createTables } from './tables.ts'
import { createFakeLog } from './test/fake-log.ts'
import { createFixedRandom } from './test/fake-random.ts'
import { createLinkPair } from './test/link-pair.ts'
import { createManualClock } from './test/manual-clock.ts'

/** A desk whose engines only say what they are; the accounts of the live side are the test's. */
async function setUp({
  accounts = 1,
  demo = 'opens',
}: { accounts?: number; demo?: 'opens' | 'fails' | 'throws' } = {}) {
  const clock = createManualClock(0)
  const store = { accounts: () => Array<StoredAccount>(accounts) }
  const log = createFakeLog()
  const ports = { clock, store, log, random: createFixedRandom(0.5) }
  // A desk needs no more of a side than this.
  const reported: string[] = []
  const sideOf = (mode: Mode) =>
    ({
      ports,
      report: ({ kind }: MachineEvent) => void reported.push(`${mode} ${kind}`),
      stop: async () => undefined,
    }) as unknown as Side
  const failure = { code: 'unavailable', sentence: sentence('account.unknown') } as const
  const opened = await openDesk({
    live: sideOf('live'),
    openDemo: async () => {
      if (demo === 'throws') throw new Error('no room')
      return demo === 'opens' ? ok(sideOf('demo')) : fail(failure)
    },
    makeEngine: (mode) => engineOf(mode),
    build: 'test',
    token: null,
  })
  if (!opened.ok) throw new Error('no desk')
  return { clock, desk: opened.value, log, reported }
}

function engineOf(mode: Mode): Engine {
  const tables = createTables()
  return { mode, tables, handlers: {}, start: () => undefined, stop: async () => undefined } as unknown as Engine
}

it('begins live when there is an account, and with the demo when there is none', async () => {
  expect((await setUp()).desk.engine().mode).toBe('live')
  expect((await setUp({ accounts: 0 })).desk.engine().mode).toBe('demo')
})

it('answers before it hangs up, and hangs up before it changes sides', async () => {
  const { clock, desk } = await setUp()
  const { page, engine } = createLinkPair()
  const heard: string[] = []
  page.onClose(() => heard.push('closed'))
  desk.onSwitch(() => heard.push(desk.engine().mode))
  desk.accept(engine)
  expect(desk.switchMode('demo')).toEqual(ok(null))
  expect([heard, desk.engine().mode]).toEqual([[], 'live'])
  await clock.pass(0)
  expect(heard).toEqual(['closed', 'demo'])
})

it('does not leave for a mode that cannot be shown', async () => {
  const { clock, desk } = await setUp({ accounts: 0 })
  expect(desk.switchMode('live')).toMatchObject({ ok: false, failure: { sentence: { id: 'account.none-live' } } })
  await clock.pass(0)
  expect(desk.engine().mode).toBe('demo')
})

it('comes back to where it was when the other side cannot be opened', async () => {
  const { clock, desk } = await setUp({ demo: 'fails' })
  desk.switchMode('demo')
  await clock.pass(0)
  expect(desk.engine().mode).toBe('live')
})

it('comes back also when opening the other side throws, says so in the log, and can try again', async () => {
  const { clock, desk, log } = await setUp({ demo: 'throws' })
  const switched: Mode[] = []
  desk.onSwitch(() => switched.push(desk.engine().mode))
  for (const again of [1, 2]) {
    desk.switchMode('demo')
    await clock.pass(0)
    expect([switched.length, log.lines.length]).toEqual([again, again])
  }
  expect(switched).toEqual(['live', 'live'])
  expect(log.lines[0]).toMatchObject({ level: 'error', fields: { mode: 'demo', why: 'Error: no room' } })
})

it('passes on what happens to the computer to every side that is open, once to each', async () => {
  const { clock, desk, reported } = await setUp()
  desk.report({ kind: 'lock' })
  desk.switchMode('demo')
  await clock.pass(0)
  desk.report({ kind: 'suspend' })
  expect(reported).toEqual(['live lock', 'live suspend', 'demo suspend'])
})
