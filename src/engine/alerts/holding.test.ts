import { describe, expect, it } from 'vitest'
import { sentence } from '../../shared/sentence.ts'
import { ALL_CLEAR } from './heartbeat/all-clear.ts'
import { createHolding } from './holding.ts'
import { createMemoryAlertStore } from './test/memory-alert-store.ts'
import { deliveryOf } from './test/outbox-stage.ts'
import { createFakeDesktop, INFO, openQuietStage } from './test/quiet-stage.ts'

const NIGHT = { from: 22 * 60, to: 7 * 60 }
const at = (moment: string): number => Date.parse(moment)

describe('what waits', () => {
  it('goes on at once when the pause is ended or quiet hours are taken away, and not a critical one waits', async () => {
    const { clock, told, alerts, fire, deliveries, until } = await openQuietStage({ start: '2026-11-21T20:00Z' })
    await alerts.terms.pause(at('2026-11-22T04:00Z'))
    fire('a')
    fire('grave', 'critical')
    await clock.pass(60_000)
    expect([told, deliveries('a')]).toEqual([['20:00 first grave:'], ['first held']])
    await alerts.terms.pause(null)
    await clock.pass(0)
    await until('2026-11-21T23:00Z')
    await alerts.terms.setQuietHours(NIGHT)
    fire('b')
    await until('2026-11-21T23:30Z')
    await alerts.terms.setQuietHours(null)
    await clock.pass(0)
    expect(told.slice(1)).toEqual(['20:01 first a:', '23:30 first b:'])
  })

  it('waits on when a pause begins before it would be told', async () => {
    const { told, alerts, fire, until } = await openQuietStage({ start: '2026-11-21T23:00Z' })
    await alerts.terms.setQuietHours(NIGHT)
    fire('a')
    await until('2026-11-22T06:30Z')
    await alerts.terms.pause(at('2026-11-22T08:00Z'))
    await until('2026-11-22T09:00Z')
    expect(told).toEqual(['08:00 first a:'])
  })

  it('follows the hours of its own rule, the user’s zone, and a computer that slept past the end', async () => {
    const own = { ...INFO, rule: 'own', quietHours: { from: 20 * 60, to: 22 * 60 } }
    const { clock, told, alerts, state, fire, until } = await openQuietStage({
      start: '2026-11-21T20:00Z',
      rules: [INFO, own],
    })
    await alerts.terms.setQuietHours({ from: 20 * 60, to: 23 * 60 })
    fire('a')
    fire('b', 'info', own)
    await until('2026-11-21T22:00Z')
    expect(told).toEqual(['22:00 first b:'])
    state.settings.set('settings', { timeZone: 'Europe/Sofia' } as never)
    await clock.pass(0)
    expect(told.at(-1)).toBe('22:00 first a:')
    fire('c')
    await clock.pass(0)
    state.settings.set('settings', { timeZone: 'UTC' } as never)
    fire('d')
    clock.jump(3_600_000, 'sleep')
    await clock.pass(0)
    expect(told.slice(2)).toEqual(['22:00 first c:', '23:00 first d:'])
  })

  it('is held when a later try or a handing over would come in quiet hours', async () => {
    const { clock, told, far, alerts, fire, deliveries, until } = await openQuietStage({ start: '2026-11-21T21:59Z' })
    const problem = sentence('link.closed')
    await alerts.terms.setQuietHours(NIGHT)
    far.first = { kind: 'again', problem, afterMs: 120_000 }
    fire('a')
    await clock.pass(0)
    far.first = { kind: 'delivered' }
    await until('2026-11-21T22:30Z')
    expect([told, deliveries('a')]).toEqual([[], ['first held']])
    await until('2026-11-22T21:59Z')
    far.first = { kind: 'again', problem, afterMs: 60_000 }
    fire('b')
    await until('2026-11-22T22:00Z')
    far.first = { kind: 'refused', problem }
    fire('grave', 'critical')
    await until('2026-11-23T08:00Z')
    expect(told).toEqual(['07:00 first a:', '22:00 second grave:', '07:00 second b:'])
  })

  it('is held over a restart, and the all-clear keeps its minute in quiet hours', async () => {
    const before = await openQuietStage({ start: '2026-11-21T23:00Z' })
    await before.alerts.terms.setQuietHours(NIGHT)
    before.fire('a')
    before.alerts.stop()
    const { told, fire, until } = await openQuietStage({ start: '2026-11-22T06:00Z', store: before.store })
    fire('well', 'info', ALL_CLEAR)
    await until('2026-11-22T07:01Z')
    expect(told).toEqual(['06:00 first well:', '07:00 first a:'])
  })
})

describe('where there is a desktop app', () => {
  it('its pause and quiet hours are those of alerts, whichever surface sets or ends them', async () => {
    const desktop = createFakeDesktop()
    const { clock, told, state, alerts, fire } = await openQuietStage({ start: '2026-11-21T23:00Z', desktop })
    const shown = () => {
      const { pausedUntil, quietHours } = state.alerts.summary.get('alerts') ?? {}
      return [pausedUntil, quietHours]
    }
    await desktop.change({ pausedUntil: at('2026-11-22T01:00Z'), quietHours: NIGHT })
    expect(shown()).toEqual([at('2026-11-22T01:00Z'), NIGHT])
    fire('a')
    await alerts.terms.setQuietHours(null)
    await alerts.terms.pause(null)
    await clock.pass(0)
    expect([shown(), told]).toEqual([[null, null], ['23:00 first a:']])
    await alerts.terms.pause(at('2026-11-22T01:00Z'))
    fire('b')
    await clock.pass(60_000)
    await desktop.change({ pausedUntil: null })
    await clock.pass(0)
    expect(told).toEqual(['23:00 first a:', '23:01 first b:'])
  })
})

it('lets go together what is due together, however long it takes to look at it', () => {
  const alertStore = createMemoryAlertStore()
  const time = { now: 1_000 }
  const holding = createHolding(
    { clock: { now: () => time.now++ }, alertStore },
    {
      quiet: () => ({ pausedUntil: null, quietHours: null, timeZone: 'UTC' }),
      rule: () => null,
      changed: () => undefined,
    },
  )
  const due = ['a', 'b', 'c'].map((alert) => deliveryOf(alert, 'hook', 0))
  expect(holding.release(due)).toEqual(due)
})
