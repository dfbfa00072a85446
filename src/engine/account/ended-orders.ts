import { symbolOf, type AccountId } from '../../shared/ids.ts'
import type { EndedOrder } from '../alerts/facts.ts'
import type { Table } from '../tables.ts'
import type { GoneOrder } from './event.ts'

/** Orders that came to an end of their own: refused, or run out. Nothing is kept of them on disk. */
export interface EndedOrders {
  take(account: AccountId, orders: readonly GoneOrder[]): void
  forget(account: AccountId): void
}

export const MOST_ENDED = 200

/** Key: `account order`, so that an order told of twice is one row. */
export function createEndedOrders(table: Table<EndedOrder>): EndedOrders {
  function trim(): void {
    const over = table.size - MOST_ENDED
    if (over <= 0) return
    const oldest = [...table.rows()].sort(([, a], [, b]) => a.at - b.at).slice(0, over)
    for (const [key] of oldest) table.set(key, null)
  }

  return {
    take: (account, orders) => {
      for (const order of orders) {
        const row = endedOf(account, order)
        if (row !== null) table.set(`${account} ${order.order}`, row)
      }
      trim()
    },
    forget: (account) => {
      for (const [key, row] of [...table.rows()]) if (row.account === account) table.set(key, null)
    },
  }
}

function endedOf(account: AccountId, { order, instrument, gone, recency }: GoneOrder): EndedOrder | null {
  if (gone !== 'rejected' && gone !== 'expired') return null
  const symbol = instrument === null ? '' : symbolOf(instrument)
  return { account, order, instrument, symbol, how: gone, at: recency.at }
}
