import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { updateRow } from '../../shared/desktop-rows.ts'
import { sentence } from '../../shared/sentence.ts'
import { firstModel, nextModel, type CopyKind, type UpdateEvent, type UpdateModel } from './row.ts'

const release = { version: '2.0.0', notes: 'Better', publishedAt: 5 }
const why = sentence('update.offline')
const after = (model: UpdateModel, ...events: readonly UpdateEvent[]) => events.reduce(nextModel, model)
const first = (copy: CopyKind = 'self') => firstModel('1.0.0', copy, null)
const found: UpdateEvent = { kind: 'found', at: 10, release }

it('keeps what was found when a look after it fails', () => {
  const { row } = after(first(), found, { kind: 'check-began' }, { kind: 'check-failed', at: 20, why })
  expect(row).toMatchObject({ state: 'found', version: '2.0.0', notes: 'Better', checkedAt: 20, problem: why })
})

it('forgets a version that is offered no more', () => {
  const { row } = after(first(), found, { kind: 'check-began' }, { kind: 'nothing-newer', at: 20 })
  expect(row).toMatchObject({ state: 'idle', version: null, notes: null, publishedAt: null, problem: null })
})

it.each([
  [0, 'downloading', 0],
  [-3, 'downloading', 0],
  [41.9, 'downloading', 41],
  [99.99, 'downloading', 99],
  [100, 'verifying', 100],
  [104, 'verifying', 100],
] as const)('tells %s percent as %s', (percent, state, told) => {
  const { row } = after(first(), found, { kind: 'download-began' }, { kind: 'progress', percent })
  expect(row).toMatchObject({ state, percent: told })
})

it('goes back to what was found when a download fails, without a percentage', () => {
  const { row } = after(first(), found, { kind: 'download-began' }, { kind: 'download-failed', why })
  expect(row).toMatchObject({ state: 'found', version: '2.0.0', percent: null, problem: why })
})

it('shows the version that came, should it be another than was found', () => {
  const newer = { ...release, version: '2.0.1' }
  const { row } = after(first(), found, { kind: 'download-began' }, { kind: 'downloaded', release: newer })
  expect(row).toMatchObject({ state: 'ready', version: '2.0.1', percent: null })
})

describe('switched off', () => {
  const off: UpdateEvent = { kind: 'checks', checks: 'off' }

  it.each([[[]], [[found]], [[{ kind: 'check-began' }]]] as const)(
    'is off at once, whatever was known: %j',
    (events) => {
      expect(after(first(), ...events, off).row).toMatchObject({ state: 'off', version: null, problem: null })
    },
  )

  it('lets a download come to its end', () => {
    const { row } = after(first(), found, { kind: 'download-began' }, off, { kind: 'downloaded', release })
    expect(row.state).toBe('ready')
  })

  it('still tells what a look asked for by hand found', () => {
    expect(after(first(), off, { kind: 'check-began' }, { kind: 'nothing-newer', at: 1 }).row.state).toBe('off')
    expect(after(first(), off, { kind: 'check-began' }, found).row.state).toBe('found')
  })

  it('is idle when switched on again, and a look that goes on is not forgotten', () => {
    const on: UpdateEvent = { kind: 'checks', checks: 'on' }
    expect(after(first(), off, on).row.state).toBe('idle')
    expect(after(first(), off, { kind: 'check-began' }, on).row.state).toBe('checking')
  })

  it('takes a choice that does not change for none', () => {
    const model = after(first(), { kind: 'check-began' })
    expect(after(model, { kind: 'checks', checks: 'on' }).row).toBe(model.row)
  })
})

it('tells the owner of a system package of a newer version, and offers no download', () => {
  expect(after(first('package'), { kind: 'nothing-newer', at: 1 }).row.state).toBe('idle')
  expect(after(first('package'), found).row).toMatchObject({
    state: 'unavailable',
    version: '2.0.0',
    problem: { id: 'update.by-package' },
  })
})

it('says of a copy without a feed that it cannot be updated, or what is wrong with the one chosen', () => {
  expect(first('fixed').row).toMatchObject({ state: 'unavailable', problem: { id: 'update.unavailable' } })
  const wrong = sentence('update.bad-address', { variable: 'X' })
  const model = after(firstModel('1.0.0', 'fixed', wrong), { kind: 'checks', checks: 'off' })
  expect(model.row).toMatchObject({ state: 'unavailable', problem: wrong })
})

it('says that an installation failed until the next attempt, though a look comes in between', () => {
  const failed = firstModel('1.0.0', 'self', sentence('update.not-installed'))
  const looked = after(failed, { kind: 'check-began' }, found)
  expect(looked.row).toMatchObject({ state: 'found', problem: { id: 'update.not-installed' } })
  expect(after(looked, { kind: 'download-began' }).row.problem).toBeNull()
})

const anyEvent = fc.oneof<fc.Arbitrary<UpdateEvent>[]>(
  fc.constantFrom<UpdateEvent>(
    { kind: 'checks', checks: 'on' },
    { kind: 'checks', checks: 'off' },
    { kind: 'check-began' },
    { kind: 'nothing-newer', at: 3 },
    found,
    { kind: 'check-failed', at: 4, why },
    { kind: 'download-began' },
    { kind: 'downloaded', release },
    { kind: 'download-failed', why },
    { kind: 'install-failed', why },
  ),
  fc.double({ noNaN: true }).map((percent) => ({ kind: 'progress', percent }) as const),
)

it('is a row of the contract whatever happens, and offers nothing it does not know', () => {
  fc.assert(
    fc.property(fc.constantFrom('self', 'package', 'fixed'), fc.array(anyEvent), (copy, events) => {
      const { row } = after(firstModel('1.0.0', copy, null), ...events)
      expect(updateRow.parse(row)).toEqual(row)
      if (row.state === 'found') expect(row.version).not.toBeNull()
      if (row.state === 'found') expect(copy).toBe('self')
    }),
  )
})
