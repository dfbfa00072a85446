import { expect, it } from 'vitest'
import type { AlertRow } from '../../../shared/alert-rows.ts'
import { decimal } from '../../../shared/decimal.ts'
import { alertOf, CASES } from '../test/every-alert.ts'
import { accountRow, BTC, MAIN, positionRow, START, streamRow } from '../test/rows.ts'
import { openQuietStage } from '../test/quiet-stage.ts'
import { whyNotClear, type Clarity } from './why-not-clear.ts'

const WELL: Clarity = { standing: [], alarms: 0, undelivered: 0 }
const stands = (over: Partial<AlertRow>): Partial<Clarity> => ({
  standing: [{ ...alertOf(CASES[0]!), severity: 'warning', account: null, ...over }],
})

it.each<readonly [string, Partial<Clarity>, string | undefined]>([
  ['nothing', {}, undefined],
  ['a critical alert that nobody acknowledged', { alarms: 1 }, 'all-clear.standing'],
  ['a warning that stands', stands({}), 'all-clear.standing'],
  ['trouble of an account, acknowledged or not', stands({ account: MAIN, acknowledgedAt: 1 }), 'all-clear.standing'],
  ['no price that was acknowledged', stands({ acknowledgedAt: 1 }), undefined],
  ['nothing that is merely told', stands({ severity: 'info' }), undefined],
  ['an alert that reached nobody', { undelivered: 1 }, 'all-clear.undelivered'],
])('%s holds the all-clear', (_, over, why) => {
  const sight = { mode: 'live', accounts: [accountRow()], streams: [streamRow()], jumpedAt: null } as const
  expect(whyNotClear(sight, { ...WELL, ...over })?.id).toBe(why)
  expect(whyNotClear({ ...sight, streams: [] }, WELL)?.id).toBe('all-clear.not-fresh')
  expect(whyNotClear({ ...sight, accounts: [] }, WELL)?.id).toBe('all-clear.no-account')
})

it('is not sent while a position is near its liquidation, says so, and is sent once it is not', async () => {
  const { clock, told, state, alerts } = await openQuietStage({ start: '2026-11-21T07:58Z' })
  const distance = (text: string) =>
    state.positions.set(`main ${BTC} one-way`, positionRow({ liquidationDistance: decimal(text) }))
  state.accounts.set('main', accountRow())
  state.streams.set('Main private', streamRow({ verifiedAt: START }))
  await alerts.heartbeat.change({ enabled: false, address: null, everyMs: 60_000, allClearAt: 480 })
  distance('0.08')
  await clock.pass(5 * 60_000)
  expect(told).toHaveLength(1)
  expect(state.alerts.heartbeat.get('heartbeat')?.unclear?.id).toBe('all-clear.standing')
  distance('0.5')
  await clock.pass(60_000)
  expect(told).toEqual(['07:58 first Main:', '08:03 first Main:', '08:03 first Everything'])
  expect(state.alerts.heartbeat.get('heartbeat')?.unclear).toBeNull()
})

it('beats at a wake only when the streams were verified after it', async () => {
  const { clock, state, alerts, beats, told, fire } = await openQuietStage({ start: '2026-11-21T08:00Z' })
  state.accounts.set('main', accountRow())
  state.streams.set('Main private', streamRow({ verifiedAt: clock.now() }))
  fire('a')
  await clock.pass(1_000)
  await alerts.heartbeat.change({ enabled: true, address: 'https://far', everyMs: 60_000, allClearAt: null })
  await clock.settle()
  expect([told.length, beats.length]).toEqual([1, 1])
  clock.jump(3_600_000, 'sleep')
  await clock.pass(30_000)
  expect(beats).toHaveLength(1)
  state.streams.set('Main private', streamRow({ verifiedAt: clock.now() }))
  await clock.pass(5_000)
  expect(beats).toHaveLength(2)
})
