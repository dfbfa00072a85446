import type { Facts, GoneOrder } from '../../engine/account/event.ts'
import type { HistoryList, HistoryStretch } from '../../engine/ports/venue.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { MarketId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { historyAsk, WINDOW_MS } from './history-asks.ts'
import { orderOf } from './normalise-order.ts'
import { readReports } from './pages.ts'
import { products } from './products.ts'
import type { Query } from './reads.ts'
import { orderRow } from './wire-private.ts'

/** What was rejected is told for the last 24 hours. */
const KEPT_MS = 86_400_000

/**
 * Orders that were rejected, conditional ones too; this exchange knows none that expire. It does not say whether its
 * window is of when an order was placed or of when it ended, so as much as one request may span is asked for, and what
 * ended in the window is taken. No money hangs on this list: where it is refused, the others go on.
 * Docs: https://bybit-exchange.github.io/docs/v5/order/order-list
 */
export const endedOrders: HistoryList = {
  list: 'orders',
  windowMs: KEPT_MS,
  retentionMs: KEPT_MS,
  restMs: 0,
  *read({ market }, stretch): Plan<Facts> {
    const asked = { ...stretch, from: stretch.to - WINDOW_MS + 1 }
    const rejected: Query = [
      ['orderStatus', 'Rejected'],
      ['limit', '50'],
    ]
    const reports = yield* readReports(
      products.map(({ query }) => historyAsk('/v5/order/history', [...query, ...rejected], asked, 'if-possible')),
    )
    if (!reports.ok) return reports
    const rows = reports.value.flatMap((report) => report.rows)
    return ok({ fills: [], flows: [], gone: rows.flatMap((row) => rejectedIn(row, stretch, market)) })
  },
}

/** A row that cannot be read costs one notice and nothing else. */
function rejectedIn(row: unknown, { from, to }: HistoryStretch, market: MarketId): readonly GoneOrder[] {
  const checked = orderRow.safeParse(row)
  if (!checked.success) return []
  const order = orderOf(checked.data, market)
  const { at } = order.recency
  return 'gone' in order && order.gone === 'rejected' && at >= from && at <= to ? [order] : []
}
