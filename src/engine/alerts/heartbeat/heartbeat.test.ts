import { describe, expect, it } from 'vitest'
import type { HeartbeatChoices } from '../../../shared/alert-contract.ts'
import type { HeartbeatRow } from '../../../shared/alert-rows.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { sentence, type Sentence } from '../../../shared/sentence.ts'
import { createMemoryStore } from '../../account/test/memory-store.ts'
import type { Beat } from '../../ports/heart.ts'
import { createTables } from '../../tables.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createMemorySecrets } from '../test/memory-secrets.ts'
import { START } from '../test/rows.ts'
import { createHeartbeat } from './heartbeat.ts'

const SECRET = 'https://hc.example/ping/secret'
const ON: HeartbeatChoices = { enabled: true, address: SECRET, everyMs: 60_000, allClearAt: null }
const stale = sentence('heartbeat.not-fresh', { stream: 'Main' })
const refused = fail({
  code: 'unavailable',
  sentence: sentence('heartbeat.failed', { host: 'hc.example', reason: 'HTTP 404' }),
} as const)

function stage() {
  const clock = createManualClock(START)
  const store = createMemoryStore()
  const vault = createMemorySecrets()
  const table = createTables().table<HeartbeatRow>()
  const log = createFakeLog()
  const far = {
    beats: [] as (Beat & { address: string; at: number })[],
    answer: ok(null) as Result<null>,
    why: null as Sentence | null,
  }
  const begin = () => {
    const heartbeat = createHeartbeat(
      { clock, log, store, secrets: vault.secrets },
      {
        table,
        heart: (address) =>
          address.startsWith('https://')
            ? ok({
                host: 'hc.example',
                beat: async (beat) => (far.beats.push({ ...beat, address, at: clock.now() }), far.answer),
              })
            : fail({ code: 'invalid', sentence: sentence('heartbeat.bad-address', { host: 'x' }) }),
        whyWithheld: () => far.why,
        text: () => 'well',
      },
    )
    heartbeat.start()
    return heartbeat
  }
  return { clock, store, vault, table, log, far, begin, row: () => table.get('heartbeat') }
}

describe('the heartbeat', () => {
  it('is off until it is given an address, which is kept among secrets and shown nowhere', async () => {
    const { clock, store, vault, log, far, begin, row } = stage()
    const heartbeat = begin()
    expect(row()).toMatchObject({ state: 'off', host: '' })
    const unasked = await heartbeat.change({ ...ON, address: null })
    expect(unasked).toMatchObject({
      ok: false,
      failure: { field: 'address', sentence: { id: 'heartbeat.no-address' } },
    })
    expect(await heartbeat.change(ON)).toEqual(ok(null))
    await clock.settle()
    expect(row()).toMatchObject({
      state: 'beating',
      host: 'hc.example',
      everyMs: 60_000,
      lastSentAt: START,
      problem: null,
    })
    expect(far.beats).toMatchObject([{ address: SECRET, text: 'well', everyMs: 60_000 }])
    expect([...vault.kept.values()]).toEqual([SECRET])
    expect(JSON.stringify([store.setting('heartbeat'), row(), log.lines])).not.toContain('secret')
  })

  it('beats every so often, also after a restart and at once after a sleep', async () => {
    const { clock, far, begin, row } = stage()
    const first = begin()
    await first.change(ON)
    await clock.pass(185_000)
    expect(far.beats.map(({ at }) => at - START)).toEqual([0, 60_000, 120_000, 180_000])
    first.stop()
    const second = begin()
    await second.load()
    await clock.pass(1)
    expect(far.beats).toHaveLength(5)
    clock.jump(3_600_000, 'sleep')
    await clock.settle()
    expect(far.beats).toHaveLength(6)
    expect(row()?.nextAt).toBe(Math.round((clock.now() + 60_000) / 1000) * 1000)
    second.stop()
    expect(clock.waiting).toBe(0)
  })

  it('begins nothing that was being read when it was stopped', async () => {
    const { clock, far, begin } = stage()
    const first = begin()
    await first.change(ON)
    first.stop()
    const second = begin()
    const loading = second.load()
    second.stop()
    await loading
    expect([far.beats.length, clock.waiting]).toEqual([1, 0])
  })

  it('is withheld while not all is well, says why, and beats as soon as it is', async () => {
    const { clock, far, begin, row } = stage()
    await begin().change(ON)
    await clock.pass(10_000)
    far.why = stale
    await clock.pass(600_000)
    expect(far.beats).toHaveLength(1)
    expect(row()).toMatchObject({ state: 'withheld', problem: stale })
    far.why = null
    await clock.pass(5_000)
    expect(far.beats).toHaveLength(2)
    expect(row()).toMatchObject({ state: 'beating', problem: null })
  })

  it('says who did not take it, and tries again at the next beat', async () => {
    const { clock, far, begin, row } = stage()
    far.answer = refused
    await begin().change(ON)
    await clock.pass(59_000)
    expect(far.beats).toHaveLength(1)
    expect(row()).toMatchObject({ state: 'failing', lastSentAt: null, problem: { id: 'heartbeat.failed' } })
    far.answer = ok(null)
    await clock.pass(6_000)
    expect(row()).toMatchObject({ state: 'beating', problem: null })
  })

  it('can be tried, whatever holds it back, and answers what became of it', async () => {
    const { far, begin } = stage()
    const heartbeat = begin()
    expect(await heartbeat.test()).toMatchObject({ ok: false, failure: { sentence: { id: 'heartbeat.no-address' } } })
    far.why = stale
    await heartbeat.change({ ...ON, enabled: false })
    expect(far.beats).toHaveLength(0)
    expect(await heartbeat.test()).toEqual(ok(null))
    far.answer = refused
    expect(await heartbeat.test()).toEqual(refused)
    expect(far.beats).toHaveLength(2)
  })

  it('keeps its address when only the rhythm changes, and refuses one that cannot be', async () => {
    const { clock, far, begin, row } = stage()
    const heartbeat = begin()
    await heartbeat.change(ON)
    expect(await heartbeat.change({ ...ON, address: 'http://far.example' })).toMatchObject({ ok: false })
    await heartbeat.change({ enabled: true, address: null, everyMs: 30_000, allClearAt: 480 })
    await clock.settle()
    expect(far.beats.at(-1)).toMatchObject({ address: SECRET, everyMs: 30_000 })
    expect(row()).toMatchObject({ everyMs: 30_000, allClearAt: 480 })
    await heartbeat.change({ ...ON, enabled: false, address: null })
    await clock.pass(600_000)
    expect(row()).toMatchObject({ state: 'off', nextAt: null, problem: null })
  })

  it('waits for a locked vault, and begins when it is opened', async () => {
    const { clock, vault, far, begin, row } = stage()
    const first = begin()
    await first.change(ON)
    first.stop()
    vault.door.locked = { code: 'unavailable', sentence: sentence('vault.locked', { file: 'f' }) }
    const second = begin()
    await second.load()
    expect(row()).toMatchObject({ state: 'failing', nextAt: null, problem: { id: 'vault.locked' } })
    vault.door.locked = null
    await second.load()
    await clock.settle()
    expect(row()?.state).toBe('beating')
    expect(far.beats).toHaveLength(2)
  })
})
