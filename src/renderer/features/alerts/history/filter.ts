import type { AlertRow, DeliveryRow, Severity } from '../../../../shared/alert-rows.ts'

/** Which alerts of the history are shown. */
export interface Filter {
  readonly severity: Severity | 'all'
  readonly kind: string
  readonly account: string
  readonly deliveries: 'all' | 'undelivered'
}

export const EVERYTHING: Filter = { severity: 'all', kind: 'all', account: 'all', deliveries: 'all' }

/** @param deliveries of this alert */
export function passes(filter: Filter, alert: AlertRow, deliveries: readonly DeliveryRow[]): boolean {
  return (
    (filter.severity === 'all' || alert.severity === filter.severity) &&
    (filter.kind === 'all' || alert.kind === filter.kind) &&
    (filter.account === 'all' || alert.account === filter.account) &&
    (filter.deliveries === 'all' || deliveries.some(({ state }) => state === 'undelivered'))
  )
}
