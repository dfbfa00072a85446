import type { DriftRow } from '../../shared/health-rows.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Table } from '../tables.ts'

/** Where differences between our figures and an exchange's are written down: both values in the table, the fact in the log. */
export interface DriftLog {
  add(found: Omit<DriftRow, 'at'>): void
  /** Found since the start; the table keeps only the newest. */
  count(): number
}

export const MOST_DRIFT_ROWS = 200

export function createDriftLog(ports: { readonly clock: Clock; readonly log: Log }, table: Table<DriftRow>): DriftLog {
  const counted = { value: 0 }
  return {
    add: (found) => {
      counted.value += 1
      ports.log.warn('our figure differed from the exchange’s', {
        account: found.account,
        what: found.what,
        repaired: found.repaired,
      })
      table.set(String(counted.value), cut({ ...found, at: ports.clock.now() }))
      table.set(String(counted.value - MOST_DRIFT_ROWS), null)
    },
    count: () => counted.value,
  }
}

function cut(row: DriftRow): DriftRow {
  return { ...row, what: row.what.slice(0, 160), ours: row.ours.slice(0, 200), theirs: row.theirs.slice(0, 200) }
}
