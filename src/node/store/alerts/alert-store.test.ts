import { describe, expect, it } from 'vitest'
import type { AlertStep, RuleState, StoredDelivery, StoredRule } from '../../../engine/ports/alert-store.ts'
import { createMemoryAlertStore } from '../../../engine/alerts/test/memory-alert-store.ts'
import { defaultRules } from '../../../engine/alerts/default-rules.ts'
import type { AlertRow } from '../../../shared/alert-rows.ts'
import { sentence } from '../../../shared/sentence.ts'
import { openTestStore } from '../../test/open-test-store.ts'

function alert(id: string, firedAt: number): AlertRow {
  return {
    alert: id,
    rule: 'liquidated',
    ruleName: '',
    kind: 'liquidation',
    severity: 'critical',
    title: sentence('alert.restarted'),
    body: sentence('alert.restarted-body', { timeStopped: '1', spanBlind: '2' }),
    account: null,
    instrument: null,
    place: { tab: 'system', account: null, instrument: null },
    value: null,
    at: firedAt,
    firedAt,
    late: false,
    clearedAt: null,
    readAt: null,
    acknowledgedAt: null,
    ends: null,
  }
}

function delivery(id: string, nextTryAt: number | null): StoredDelivery {
  return {
    alert: id,
    channel: 'os',
    loudness: 'on',
    state: 'pending',
    key: `${id} os`,
    tries: 0,
    createdAt: 5,
    lastTriedAt: null,
    nextTryAt,
    deliveredAt: null,
    problem: null,
    insteadOf: null,
  }
}

const state: RuleState = {
  rule: 'liquidated',
  subject: 'a',
  side: 'over',
  value: '84021.50',
  seenAt: 5,
  overSince: null,
  firedAt: 5,
  alert: 'one',
}
const STORES = [
  ['on disk', () => openTestStore().store.alerts],
  ['in memory', createMemoryAlertStore],
] as const
const nothing: AlertStep = { alerts: [], deliveries: [], states: [], forgotten: [], cleared: [] }

function rule(): StoredRule {
  return defaultRules(7)[0]!
}

describe('the alert store', () => {
  it('keeps rules, states, alerts and deliveries over a restart', async () => {
    const first = openTestStore()
    const { alerts } = first.store
    expect(alerts.saveRule(rule()).ok).toBe(true)
    expect(
      alerts.commit({ ...nothing, alerts: [alert('one', 5)], deliveries: [delivery('one', 5)], states: [state] }),
    ).toEqual({
      ok: true,
      value: ['one'],
    })
    alerts.saveWatchedUntil(99)
    await first.store.close()

    const again = openTestStore(first.file).store.alerts
    expect(again.rules()).toEqual([rule()])
    expect(again.states()).toEqual([state])
    expect(again.alerts(6, 10)).toEqual([alert('one', 5)])
    expect(again.due('os', 5, 10)).toEqual([delivery('one', 5)])
    expect(again.watchedUntil()).toBe(99)
  })

  it('takes an alert it knows for no news, and lets it bring no deliveries', () => {
    const { alerts } = openTestStore().store
    alerts.commit({ ...nothing, alerts: [alert('one', 5)] })
    const again = alerts.commit({ ...nothing, alerts: [alert('one', 8)], deliveries: [delivery('one', 8)] })
    expect(again).toEqual({ ok: true, value: [] })
    expect(alerts.alerts(100, 10)).toEqual([alert('one', 5)])
    expect(alerts.due('os', 100, 10)).toEqual([])
  })

  it('writes all of a step or none of it', () => {
    const { alerts } = openTestStore().store
    // A state without its value's column type is refused by the STRICT table after the alert was inserted.
    const broken = { ...state, seenAt: 'never' as unknown as number }
    expect(alerts.commit({ ...nothing, alerts: [alert('one', 5)], states: [broken] }).ok).toBe(false)
    expect(alerts.alert('one')).toBeNull()
  })

  it('finds what is due in order, and what was given up', () => {
    const { alerts } = openTestStore().store
    const ids = ['c', 'a', 'b']
    alerts.commit({
      ...nothing,
      alerts: ids.map((id) => alert(id, 1)),
      deliveries: [delivery('c', 30), delivery('a', 10), delivery('b', null)],
    })
    expect(alerts.due('os', 20, 10).map((each) => each.alert)).toEqual(['a'])
    expect(alerts.waitingChannels()).toEqual([{ channel: 'os', nextAt: 10 }])
    const problem = sentence('alert.restarted')
    alerts.saveDeliveries([{ ...delivery('a', null), state: 'undelivered', problem }])
    alerts.saveDeliveries([{ ...delivery('c', 40), state: 'held' }])
    expect(alerts.held()).toEqual([{ ...delivery('c', 40), state: 'held' }])
    expect(alerts.undelivered()).toBe(1)
    expect(alerts.waiting('os')).toBe(1)
    expect(alerts.deliveries(['a'])[0]?.problem).toEqual(problem)
  })

  it('keeps since when a delivery that is tried again is on its way', async () => {
    const first = openTestStore()
    first.store.alerts.commit({ ...nothing, alerts: [alert('one', 5)], deliveries: [delivery('one', 5)] })
    first.store.alerts.saveDeliveries([{ ...delivery('one', 90), createdAt: 90 }])
    await first.store.close()
    expect(openTestStore(first.file).store.alerts.due('os', 90, 10)).toEqual([
      { ...delivery('one', 90), createdAt: 90 },
    ])
  })

  it.each(STORES)('knows what has neither arrived nor been given up, %s', (_, open) => {
    const alerts = open()
    const states = ['undelivered', 'failed', 'held', 'pending', 'delivered', 'given-up', 'skipped'] as const
    alerts.saveDeliveries(states.map((state) => ({ ...delivery(state, null), state })))
    alerts.saveDeliveries([{ ...delivery('pending', 1), channel: 'hook' }])
    expect(alerts.unsettled('os').map((each) => each.state)).toEqual(['failed', 'held', 'pending', 'undelivered'])
  })

  it.each(STORES)('never cuts a digest in two, %s', (_, open) => {
    const alerts = open()
    const ids = ['a', 'b', 'c', 'd', 'e']
    const digest = { key: 'digest 3 from b os' }
    alerts.commit({
      ...nothing,
      alerts: ids.map((id) => alert(id, 1)),
      deliveries: [
        delivery('a', 1),
        { ...delivery('b', 1), ...digest },
        { ...delivery('c', 2), ...digest },
        { ...delivery('d', 99), ...digest },
        delivery('e', 3),
      ],
    })
    expect(alerts.due('os', 5, 2).map((each) => each.alert)).toEqual(['a', 'b', 'c', 'd'])
    expect(alerts.due('os', 5, 1).map((each) => each.alert)).toEqual(['a'])
    expect(alerts.due('hook', 5, 9)).toEqual([])
  })

  it('marks once: the first reading and the first clearing count', () => {
    const { alerts } = openTestStore().store
    alerts.commit({ ...nothing, alerts: [alert('one', 5)] })
    expect([alerts.unread(), alerts.alarms()]).toEqual([1, 1])
    alerts.mark(['one'], { readAt: 6 })
    alerts.mark(['one'], { readAt: 9 })
    alerts.commit({ ...nothing, cleared: [{ alert: 'one', at: 7 }] })
    alerts.commit({ ...nothing, cleared: [{ alert: 'one', at: 8 }] })
    expect(alerts.alert('one')).toMatchObject({ readAt: 6, clearedAt: 7, acknowledgedAt: null })
    expect([alerts.unread(), alerts.alarms()]).toEqual([0, 0])
  })

  it('forgets a rule with where it stood, and keeps what it told', () => {
    const { alerts } = openTestStore().store
    alerts.saveRule({ ...rule(), rule: 'liquidated' })
    alerts.commit({ ...nothing, alerts: [alert('one', 5)], states: [state] })
    alerts.removeRule('liquidated', [])
    expect([alerts.rules(), alerts.states(), alerts.alerts(9, 9).length]).toEqual([[], [], 1])
  })
})
