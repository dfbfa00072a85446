import type { AlertRow, DeliveryRow } from '../../../../shared/alert-rows.ts'

/** One alert with what became of it on each channel. */
export interface Told {
  readonly alert: AlertRow
  readonly deliveries: readonly DeliveryRow[]
}

const NONE: readonly DeliveryRow[] = []

/**
 * Newest first; an alert that is among the newest and the older ones is shown once, as the newest say it. An alert that
 * did not change is the same object as before, so that it is not drawn again.
 */
export function createMerge() {
  const before = new Map<string, Told>()

  function merge(
    recent: ReadonlyMap<string, AlertRow>,
    older: ReadonlyMap<string, AlertRow>,
    deliveries: ReadonlyMap<string, DeliveryRow>,
    olderDeliveries: ReadonlyMap<string, DeliveryRow>,
  ): readonly Told[] {
    const byAlert = groupByAlert([...new Map([...olderDeliveries, ...deliveries]).values()])
    const alerts = [...new Map([...older, ...recent]).values()].sort(newestFirst)
    const merged = alerts.map((alert) => same(before.get(alert.alert), alert, byAlert.get(alert.alert) ?? NONE))
    before.clear()
    for (const told of merged) before.set(told.alert.alert, told)
    return merged
  }

  return merge
}

function same(before: Told | undefined, alert: AlertRow, deliveries: readonly DeliveryRow[]): Told {
  const unchanged =
    before?.alert === alert &&
    before.deliveries.length === deliveries.length &&
    deliveries.every((row, index) => row === before.deliveries[index])
  return unchanged ? before : { alert, deliveries }
}

function groupByAlert(rows: readonly DeliveryRow[]): ReadonlyMap<string, readonly DeliveryRow[]> {
  const groups = new Map<string, DeliveryRow[]>()
  for (const row of rows) {
    const group = groups.get(row.alert)
    if (group === undefined) groups.set(row.alert, [row])
    else group.push(row)
  }
  return groups
}

function newestFirst(a: AlertRow, b: AlertRow): number {
  return b.firedAt - a.firedAt || (a.alert < b.alert ? -1 : 1)
}
