import type { Facts } from '../../engine/account/event.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { HistoryList, HistoryStretch } from '../../engine/ports/venue.ts'
import { historyAsk, RETENTION_MS, WINDOW_MS } from './history-asks.ts'
import { historyOf, type ExecutionReport } from './history-rows.ts'
import { readReports, type Ask } from './pages.ts'
import { products } from './products.ts'
import type { Query } from './reads.ts'

const categories: readonly string[] = ['linear', 'inverse']

/**
 * Fills and funding of every product, with what the closed-PnL list adds about closing fills. Should that list be
 * refused, the fills are complete without it. Docs: /v5/execution/list, /v5/position/closed-pnl
 */
export const executions: HistoryList = {
  list: 'executions',
  windowMs: WINDOW_MS,
  retentionMs: RETENTION_MS,
  restMs: 0,
  *read(context, stretch): Plan<Facts> {
    const reports = yield* readReports([...executionAsks(stretch), ...closedPnlAsks(stretch)])
    if (!reports.ok) return reports
    const lists = products.map(({ settle }, index): ExecutionReport => ({
      settle,
      rows: reports.value[index]?.rows ?? [],
    }))
    const closed = reports.value.slice(products.length).flatMap(({ rows }) => rows)
    return historyOf(lists, closed, context)
  },
}

function executionAsks(stretch: HistoryStretch): readonly Ask[] {
  return products.map(({ query }) => historyAsk('/v5/execution/list', [...query, ['limit', '100']], stretch, 'always'))
}

function closedPnlAsks(stretch: HistoryStretch): readonly Ask[] {
  return categories.map((category) => {
    const query: Query = [
      ['category', category],
      ['limit', '100'],
    ]
    return historyAsk('/v5/position/closed-pnl', query, stretch, 'if-possible')
  })
}
