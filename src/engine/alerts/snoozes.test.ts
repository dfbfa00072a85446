import { expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { accountId } from '../../shared/ids.ts'
import { accountRow, BTC, MAIN, positionRow, rule } from './test/rows.ts'
import { openQuietStage } from './test/quiet-stage.ts'

const HOUR = 3_600_000
const HEDGE = accountId('hedge')
const NEAR = rule({ rule: 'near', condition: { kind: 'position-roi', level: 'above', fraction: decimal('1') } })

async function open(store?: Parameters<typeof openQuietStage>[0]['store']) {
  const stage = await openQuietStage({ start: '2026-11-21T12:00Z', rules: [NEAR], ...(store && { store }) })
  const { state, clock } = stage
  for (const [account, label] of [
    [MAIN, 'Main'],
    [HEDGE, 'Hedge'],
  ] as const)
    state.accounts.set(account, accountRow({ account, label }))
  const roi = (account: typeof MAIN, text: string) => {
    state.positions.set(`${account} ${BTC} one-way`, positionRow({ account, roi: decimal(text) }))
    return clock.pass(1_000)
  }
  const newest = () => stage.store.alerts.alerts(Infinity, 1)[0]?.alert ?? ''
  return { ...stage, roi, newest }
}

it('silences what an alert is about, and not the same rule elsewhere; what stands at the end is told once', async () => {
  const { clock, told, alerts, state, deliveries, roi, newest, until } = await open()
  await roi(MAIN, '2')
  await alerts.snoozes.snooze(newest(), clock.now() + HOUR)
  await roi(MAIN, '0.5')
  await roi(MAIN, '3')
  expect(deliveries(newest())).toEqual([])
  await roi(HEDGE, '2')
  expect(told).toEqual(['12:00 first Main:', '12:00 first Hedge:'])
  await until('2026-11-21T14:30Z')
  expect(told.slice(2)).toEqual(['13:00 first Main:'])
  expect(state.alerts.snoozes.size).toBe(0)
  await roi(MAIN, '0.5')
  await roi(MAIN, '2')
  expect(told).toHaveLength(4)
})

it('says nothing at the end of what is over, and says at the end what was told before and stands', async () => {
  const { clock, told, bodies, alerts, roi, newest } = await open()
  await roi(MAIN, '2')
  await alerts.snoozes.snooze(newest(), clock.now() + HOUR)
  await roi(MAIN, '0.5')
  await clock.pass(2 * HOUR)
  expect(told).toHaveLength(1)
  await roi(MAIN, '2')
  await alerts.snoozes.snooze(newest(), clock.now() + HOUR)
  await clock.pass(2 * HOUR)
  expect([told.length, bodies.at(-1)]).toEqual([3, expect.stringContaining('It was snoozed, and still stands.')])
})

it('skips what waits to be told, and ended by hand tells only what never was', async () => {
  const { clock, told, alerts, roi, newest, deliveries } = await open()
  await roi(MAIN, '2')
  await alerts.snoozes.snooze(newest(), clock.now() + HOUR)
  await alerts.snoozes.snooze(newest(), null)
  await clock.pass(60_000)
  expect(told).toHaveLength(1)
  await alerts.snoozes.snooze(newest(), clock.now() + HOUR)
  await roi(MAIN, '0.5')
  await roi(MAIN, '2')
  await alerts.snoozes.snooze(newest(), null)
  await clock.pass(60_000)
  expect(told).toHaveLength(2)
  await alerts.terms.pause(clock.now() + HOUR)
  alerts.book.save('near', { ...NEAR, severity: 'info', name: 'as info' })
  await roi(MAIN, '0.5')
  await roi(MAIN, '2')
  expect(deliveries(newest())).toEqual(['first held'])
  await alerts.snoozes.snooze(newest(), clock.now() + 3 * HOUR)
  expect(deliveries(newest())).toEqual(['first skipped'])
  await clock.pass(2 * HOUR)
  expect(told).toHaveLength(2)
})

it('goes on over a restart, and ends for a computer that slept past its end', async () => {
  const before = await open()
  await before.roi(MAIN, '2')
  await before.alerts.snoozes.snooze(before.newest(), before.clock.now() + HOUR)
  before.alerts.stop()
  const { clock, told, roi } = await open(before.store)
  await roi(MAIN, '2')
  expect(told).toEqual([])
  clock.jump(2 * HOUR, 'sleep')
  await clock.pass(1_000)
  expect(told).toEqual(['14:00 first Main:'])
})
