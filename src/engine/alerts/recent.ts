import type { AlertRow, AlertSummary, DeliveryRow } from '../../shared/alert-rows.ts'
import type { AlertMark, AlertStore, StoredDelivery } from '../ports/alert-store.ts'
import type { Result } from '../../shared/result.ts'
import type { Table } from '../tables.ts'
import { isHandedOver } from './outbox/changes.ts'

export const MOST_RECENT = 200

export interface RecentTables {
  readonly recent: Table<AlertRow>
  readonly deliveries: Table<DeliveryRow>
  readonly summary: Table<AlertSummary>
}

/** The newest alerts with their deliveries as rows, and the counts of the bell. */
export interface Recent {
  added(alerts: readonly AlertRow[]): void
  /** These changed in the store. */
  changed(alerts: readonly string[]): void
  delivered(deliveries: readonly StoredDelivery[]): void
  mark(alerts: readonly string[], mark: AlertMark): Result<null>
  count(): void
  rowOf(delivery: StoredDelivery): DeliveryRow
}

export const SUMMARY = 'alerts'

export function createRecent(
  store: AlertStore,
  tables: RecentTables,
  labelOf: (channel: string) => string,
  terms: () => Pick<AlertSummary, 'pausedUntil' | 'quietHours'>,
): Recent {
  const { recent, deliveries, summary } = tables

  function added(alerts: readonly AlertRow[]): void {
    for (const alert of alerts) recent.set(alert.alert, alert)
    showDeliveries(store.deliveries(alerts.map(({ alert }) => alert)))
    trim()
    count()
  }

  function trim(): void {
    const over = recent.size - MOST_RECENT
    if (over <= 0) return
    const oldest = [...recent.rows()].sort(([, a], [, b]) => a.firedAt - b.firedAt).slice(0, over)
    for (const [alert] of oldest) forget(alert)
  }

  function forget(alert: string): void {
    recent.set(alert, null)
    for (const [key, row] of [...deliveries.rows()]) if (row.alert === alert) deliveries.set(key, null)
  }

  function showDeliveries(changed: readonly StoredDelivery[]): void {
    for (const delivery of changed)
      if (recent.get(delivery.alert) !== undefined)
        deliveries.set(`${delivery.alert} ${delivery.channel}`, rowOf(delivery))
  }

  function rowOf(delivery: StoredDelivery): DeliveryRow {
    const { alert, channel, state, tries, createdAt, lastTriedAt, nextTryAt, deliveredAt, problem, insteadOf } =
      delivery
    const together = Number(/^digest (\d+) /.exec(delivery.key)?.[1] ?? 1)
    const moments = { createdAt, lastTriedAt, nextTryAt, deliveredAt }
    return {
      alert,
      channel,
      channelLabel: labelOf(channel),
      state,
      together,
      tries,
      ...moments,
      problem,
      insteadOf,
      takenOverBy: takerOf(delivery),
    }
  }

  function takerOf(delivery: StoredDelivery): string | null {
    const { alert, channel } = delivery
    if (!isHandedOver(delivery)) return null
    return store.deliveries([alert]).find(({ insteadOf }) => insteadOf === channel)?.channel ?? null
  }

  function count(): void {
    const [unread, undelivered, alarm] = [store.unread(), store.undelivered(), store.alarms()]
    summary.set(SUMMARY, { unread, undelivered, alarm, ...terms() })
  }

  function changed(alerts: readonly string[]): void {
    for (const alert of alerts) if (recent.get(alert) !== undefined) recent.set(alert, store.alert(alert))
    count()
  }

  added(store.alerts(Number.MAX_SAFE_INTEGER, MOST_RECENT))
  return {
    added,
    changed,
    delivered: (each) => {
      showDeliveries(each)
      count()
    },
    mark: (alerts, mark) => {
      const marked = store.mark(alerts, mark)
      if (marked.ok) changed(alerts)
      return marked
    },
    count,
    rowOf,
  }
}
