import { describe, expect, it } from 'vitest'
import type { AlertCondition } from '../../shared/alert-conditions.ts'
import type { RuleChoices } from '../../shared/alert-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import { sentence } from '../../shared/sentence.ts'
import type { StoredRule } from '../ports/alert-store.ts'
import { openQuietStage } from './test/quiet-stage.ts'
import { accountRow, BTC, positionRow, rule, streamRow } from './test/rows.ts'

const PROBLEM = sentence('link.closed')
const NIGHT = { from: 22 * 60, to: 7 * 60 }
const MINUTE_MS = 60_000
const SILENT: AlertCondition = { kind: 'stream-stale', forMs: 5_000 }
const NEAR: AlertCondition = { kind: 'liquidation-distance', fraction: decimal('0.1') }

/** Alerts with one rule that also tells its end; those of the first start are off. */
async function openStage(condition: AlertCondition, more: Partial<StoredRule> = {}, start = '2026-11-21T12:00Z') {
  const watched = rule({ condition, severity: 'warning', recovery: true, ...more })
  const stage = await openQuietStage({ start, rules: [watched] })
  const { clock, alerts, state, store } = stage
  for (const { rule: id, ...choices } of alerts.book.rules())
    if (id !== watched.rule) alerts.book.save(id, { ...choicesOf(choices), enabled: false })
  state.accounts.set('main', accountRow())
  const position = (distance: string | null) =>
    state.positions.set(
      `main ${BTC} one-way`,
      distance === null ? null : positionRow({ liquidationDistance: decimal(distance) }),
    )
  const stream = async (now: 'live' | 'down', ms = 10_000) => {
    state.streams.set('Main private', streamRow({ state: now }))
    await clock.pass(ms)
  }
  const rows = () => store.alerts.alerts(Infinity, 100).map(({ title, ends }) => `${title.id}${ends ? ' ends' : ''}`)
  return { ...stage, watched, position, stream, rows }
}

function choicesOf(rule: Omit<StoredRule, 'rule'>): RuleChoices {
  const { name, enabled, condition, account, instrument } = rule
  const { hysteresis, coolDownMs, severity, channels, quietHours, recovery } = rule
  const terms = { hysteresis, coolDownMs, severity, channels, quietHours, recovery }
  return { name, enabled, condition, account, instrument, ...terms }
}

/** Not the report of an absence. */
const isOfRule = (told: string) => !told.endsWith(' From')

describe('that an alert is over', () => {
  it('is told once, as information that names what it ends, and is no firing of its rule', async () => {
    const { stream, told, store, state } = await openStage(SILENT)
    await stream('down')
    const [began] = store.alerts.alerts(Infinity, 1)
    await stream('live', MINUTE_MS)
    expect(told).toEqual(['12:00 first Venue', '12:00 first It'])
    const [end] = store.alerts.alerts(Infinity, 1)
    expect(end).toMatchObject({ alert: `${began?.alert} over`, ends: began?.alert, severity: 'info', clearedAt: null })
    expect(end?.title).toEqual(sentence('alert.over-stream-stale', { ...end?.title.values, stream: 'Main' }))
    expect(end?.body.values).toMatchObject({ spanLasted: String((end?.firedAt ?? 0) - (began?.at ?? 0)) })
    expect(state.alerts.rules.get('r')?.lastFiredAt).toBe(began?.firedAt)
    expect(store.alerts.alert(began?.alert ?? '')?.clearedAt).not.toBeNull()
  })

  it('is told of a position that is closed, and not of one that went with its account', async () => {
    const closed = await openStage(NEAR)
    closed.position('0.05')
    await closed.clock.pass(1_000)
    closed.position(null)
    await closed.clock.pass(1_000)
    expect(closed.rows()).toEqual(['alert.over-closed ends', 'alert.liquidation-distance'])
    const gone = await openStage(NEAR)
    gone.position('0.05')
    await gone.clock.pass(1_000)
    gone.position(null)
    gone.state.accounts.set('main', null)
    await gone.clock.pass(1_000)
    expect(gone.rows()).toEqual(['alert.liquidation-distance'])
  })

  it.each<[string, Partial<StoredRule>]>([
    ['the user does not want it', { recovery: false }],
    ['a muted rule told nobody', { mutedUntil: Infinity }],
    ['no channel was to tell it', { channels: { first: 'off' } }],
  ])('is not told where %s', async (_, more) => {
    const { stream, rows } = await openStage(SILENT, more)
    await stream('down')
    await stream('live')
    expect(rows()).toEqual(['alert.stream-down'])
  })

  it('is not told where telling that it began was given up, or its rule is muted, snoozed or another one now', async () => {
    const given = await openStage(SILENT)
    given.far.first = { kind: 'again', problem: PROBLEM, afterMs: null }
    await given.stream('down')
    given.alerts.outbox.giveUp(given.store.alerts.deliveries([given.store.alerts.alerts(Infinity, 1)[0]?.alert ?? '']))
    await given.stream('live')
    expect(given.rows()).toHaveLength(1)
    const muted = await openStage(SILENT)
    await muted.stream('down')
    muted.alerts.book.mute('r', Infinity)
    await muted.stream('live')
    expect(muted.rows()).toHaveLength(1)
    const snoozed = await openStage(SILENT)
    await snoozed.stream('down')
    await snoozed.alerts.snoozes.snooze(snoozed.store.alerts.alerts(Infinity, 1)[0]?.alert ?? '', Infinity)
    await snoozed.stream('live')
    expect(snoozed.rows()).toHaveLength(1)
    const other = await openStage(SILENT)
    await other.stream('down')
    other.alerts.book.save('r', { ...choicesOf(other.watched), condition: { ...SILENT, forMs: 6_000 } })
    await other.stream('live')
    expect(other.rows()).toHaveLength(1)
  })

  it('is told by the channel that stood in when it began, and by no other', async () => {
    const { stream, told, far } = await openStage(SILENT)
    far.first = { kind: 'refused', problem: PROBLEM }
    await stream('down')
    far.first = { kind: 'delivered' }
    await stream('live')
    expect(told).toEqual(['12:00 second Venue', '12:00 second It'])
  })

  it('waits for the end of quiet hours, though a critical alert did not', async () => {
    const { stream, told, alerts, until } = await openStage(SILENT, { severity: 'critical' }, '2026-11-21T23:00Z')
    await alerts.terms.setQuietHours(NIGHT)
    await stream('down')
    await stream('live')
    await until('2026-11-22T07:01Z')
    expect(told.filter(isOfRule)).toEqual(['23:00 first Venue', '07:00 first It'])
  })

  it('is not told before that it began, however long that takes', async () => {
    const { stream, told, far, until } = await openStage(SILENT)
    far.first = { kind: 'again', problem: PROBLEM, afterMs: 5 * MINUTE_MS }
    await stream('down')
    far.first = { kind: 'delivered' }
    await stream('live', MINUTE_MS)
    expect(told).toEqual([])
    await until('2026-11-21T12:10Z')
    expect(told.filter(isOfRule).map((each) => each.split(' ').at(-1))).toEqual(['Venue', 'It'])
  })
})
