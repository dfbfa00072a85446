import { fail, ok, type Result } from '../../../shared/result.ts'
import type { AlertRow } from '../../../shared/alert-rows.ts'
import type {
  AlertMark,
  AlertStep,
  AlertStore,
  RuleState,
  StoredDelivery,
  StoredRule,
} from '../../ports/alert-store.ts'
import { failure } from '../../test/fake-feed.ts'

export interface MemoryAlertStore extends AlertStore {
  /** The disk takes nothing until told otherwise. */
  breakDisk(state: 'broken' | 'sound'): void
}

const SETTLED: ReadonlySet<string> = new Set(['delivered', 'given-up', 'skipped'])

/** Keeps what the real one keeps, all or nothing, in memory. */
export function createMemoryAlertStore(): MemoryAlertStore {
  const rules = new Map<string, StoredRule>()
  const states = new Map<string, RuleState>()
  const alerts = new Map<string, AlertRow>()
  /** By alert, then by channel. */
  const deliveries = new Map<string, Map<string, StoredDelivery>>()
  const all = (): readonly StoredDelivery[] => [...deliveries.values()].flatMap((each) => [...each.values()])
  const disk = { state: 'sound', watchedUntil: null as number | null }
  const write = <T>(value: T, run: () => void): Result<T> => {
    if (disk.state === 'broken') return fail(failure())
    run()
    return ok(value)
  }
  const put = (delivery: StoredDelivery): void => {
    const known = deliveries.get(delivery.alert) ?? new Map<string, StoredDelivery>()
    deliveries.set(delivery.alert, known.set(delivery.channel, delivery))
  }
  const due = (): readonly StoredDelivery[] =>
    all()
      .filter(({ nextTryAt }) => nextTryAt !== null)
      .sort((a, b) => (a.nextTryAt ?? 0) - (b.nextTryAt ?? 0) || a.createdAt - b.createdAt || order(a.alert, b.alert))

  function apply(step: AlertStep): void {
    for (const alert of step.alerts) alerts.set(alert.alert, alert)
    step.deliveries.forEach(put)
    for (const state of step.states) states.set(`${state.rule} ${state.subject}`, state)
    for (const { rule, subject } of step.forgotten) states.delete(`${rule} ${subject}`)
    clear(step.cleared)
  }

  function clear(cleared: AlertStep['cleared']): void {
    for (const { alert, at } of cleared) change(alert, (row) => ({ ...row, clearedAt: row.clearedAt ?? at }))
  }

  function end(rule: string, cleared: AlertStep['cleared']): void {
    for (const [key, state] of [...states]) if (state.rule === rule) states.delete(key)
    clear(cleared)
  }

  function change(alert: string, to: (row: AlertRow) => AlertRow): void {
    const row = alerts.get(alert)
    if (row !== undefined) alerts.set(alert, to(row))
  }

  return {
    breakDisk: (state) => {
      disk.state = state
    },
    rules: () => [...rules.values()],
    saveRule: (rule) => write(null, () => rules.set(rule.rule, rule)),
    renewRule: (rule, cleared) => write(null, () => (rules.set(rule.rule, rule), end(rule.rule, cleared))),
    removeRule: (rule, cleared) => write(null, () => (rules.delete(rule), end(rule, cleared))),
    states: () => [...states.values()],
    commit: (step) => {
      const fresh = step.alerts.filter(({ alert }) => !alerts.has(alert))
      const news = new Set(fresh.map(({ alert }) => alert))
      const own = step.deliveries.filter(({ alert }) => news.has(alert))
      return write([...news], () => apply({ ...step, alerts: fresh, deliveries: own }))
    },
    alerts: (before, count) =>
      [...alerts.values()]
        .filter(({ firedAt }) => firedAt < before)
        .sort((a, b) => b.firedAt - a.firedAt || order(b.alert, a.alert))
        .slice(0, count),
    alert: (alert) => alerts.get(alert) ?? null,
    alarms: () => [...alerts.values()].filter(isAlarm).length,
    mark: (ids, mark) => write(null, () => ids.forEach((alert) => change(alert, (row) => marked(row, mark)))),
    unread: () => [...alerts.values()].filter(({ readAt }) => readAt === null).length,
    deliveries: (ids) => ids.flatMap((alert) => [...(deliveries.get(alert)?.values() ?? [])].sort(byChannel)),
    due: (channel, now, count) => {
      const waiting = due().filter((each) => each.channel === channel)
      const first = waiting.filter(({ nextTryAt }) => (nextTryAt ?? 0) <= now).slice(0, count)
      const keys = new Set(first.map(({ key }) => key))
      return waiting.filter(({ key }) => keys.has(key))
    },
    waitingChannels: () =>
      [...Map.groupBy(due(), (each) => each.channel)].map(([channel, waiting]) => ({
        channel,
        nextAt: waiting[0]?.nextTryAt ?? 0,
      })),
    held: () => due().filter(({ state }) => state === 'held'),
    unsettled: (channel) =>
      all()
        .filter((each) => each.channel === channel && !SETTLED.has(each.state))
        .sort((a, b) => order(a.alert, b.alert)),
    saveDeliveries: (changed) => write(null, () => changed.forEach(put)),
    undelivered: () => all().filter(({ state }) => state === 'undelivered').length,
    waiting: (channel) => due().filter((each) => each.channel === channel).length,
    watchedUntil: () => disk.watchedUntil,
    saveWatchedUntil: (at) =>
      write(null, () => {
        disk.watchedUntil = at
      }),
  }
}

/** The first reading and the first acknowledgement count. */
function marked(row: AlertRow, { readAt, acknowledgedAt }: AlertMark): AlertRow {
  return {
    ...row,
    readAt: row.readAt ?? readAt ?? null,
    acknowledgedAt: row.acknowledgedAt ?? acknowledgedAt ?? null,
  }
}

function byChannel(a: StoredDelivery, b: StoredDelivery): number {
  return order(a.channel, b.channel)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isAlarm({ severity, clearedAt, acknowledgedAt }: AlertRow): boolean {
  return severity === 'critical' && clearedAt === null && acknowledgedAt === null
}
