import type { Log } from '../../../engine/ports/log.ts'
import type { AlertStep, AlertStore } from '../../../engine/ports/alert-store.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Db } from '../database.ts'
import type { Writer } from '../writer.ts'
import { createAlertsTable } from './alerts-table.ts'
import { createDeliveriesTable } from './deliveries-table.ts'
import { createParseBody } from './parse-body.ts'
import { createRulesTable } from './rules-table.ts'
import { createWatchedTable } from './watched-table.ts'

/** Alerts in the one database; every change is a transaction of its own, on disk before it answers. */
export function createAlertStore(db: Db, log: Log, writer: Pick<Writer, 'change'>): AlertStore {
  const parse = createParseBody(log)
  const rules = createRulesTable(db, parse)
  const alerts = createAlertsTable(db, parse)
  const deliveries = createDeliveriesTable(db, parse)
  const watched = createWatchedTable(db)

  function apply(step: AlertStep): readonly string[] {
    const fresh = step.alerts.filter((row) => alerts.insert(row)).map(({ alert }) => alert)
    const news = new Set(fresh)
    for (const delivery of step.deliveries) if (news.has(delivery.alert)) deliveries.save(delivery)
    step.states.forEach(rules.saveState)
    step.forgotten.forEach(rules.forgetState)
    clear(step.cleared)
    return fresh
  }

  function clear(cleared: AlertStep['cleared']): void {
    for (const { alert, at } of cleared) alerts.clear(alert, at)
  }

  function commit(step: AlertStep): Result<readonly string[]> {
    const answer: { fresh: readonly string[] } = { fresh: [] }
    const done = writer.change('commit alerts', () => {
      answer.fresh = apply(step)
    })
    return done.ok ? ok(answer.fresh) : done
  }

  return {
    rules: rules.rules,
    saveRule: (rule) => writer.change('save rule', () => rules.save(rule)),
    renewRule: (rule, cleared) =>
      writer.change('renew rule', () => {
        rules.save(rule)
        rules.forgetStates(rule.rule)
        clear(cleared)
      }),
    removeRule: (rule, cleared) =>
      writer.change('remove rule', () => {
        rules.remove(rule)
        rules.forgetStates(rule)
        clear(cleared)
      }),
    states: rules.states,
    commit,
    alerts: alerts.newest,
    alert: alerts.one,
    alarms: alerts.alarms,
    mark: (ids, mark) => writer.change('mark alerts', () => ids.forEach((alert) => alerts.mark(alert, mark))),
    unread: alerts.unread,
    deliveries: deliveries.of,
    due: deliveries.due,
    waitingChannels: deliveries.waitingChannels,
    unsettled: deliveries.unsettled,
    held: deliveries.held,
    saveDeliveries: (changed) => writer.change('save deliveries', () => changed.forEach(deliveries.save)),
    undelivered: deliveries.undelivered,
    waiting: deliveries.waiting,
    watchedUntil: watched.read,
    saveWatchedUntil: (at) => writer.change('save watched until', () => watched.write(at)),
  }
}
