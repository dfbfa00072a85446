import type { Facts, Flow } from '../../engine/account/event.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { HistoryList } from '../../engine/ports/venue.ts'
import type { MarketId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { readAll } from './failures.ts'
import { historyAsk, RETENTION_MS, WINDOW_MS } from './history-asks.ts'
import { oldestFirst } from './history-rows.ts'
import { flowOf } from './normalise-ledger.ts'
import { readReports } from './pages.ts'
import type { Query } from './reads.ts'
import { ledgerRow } from './wire-rest.ts'

const query: Query = [
  ['accountType', 'UNIFIED'],
  ['limit', '50'],
]

/**
 * Movements of money that are neither fills nor funding: transfers, interest, refunds, conversions, bonuses.
 * Docs: https://bybit-exchange.github.io/docs/v5/account/transaction-log
 */
export const transactions: HistoryList = {
  list: 'transactions',
  windowMs: WINDOW_MS,
  retentionMs: RETENTION_MS,
  restMs: 0,
  *read({ market }, stretch): Plan<Facts> {
    const reports = yield* readReports([historyAsk('/v5/account/transaction-log', query, stretch, 'always')])
    if (!reports.ok) return reports
    return flowsOf(
      reports.value.flatMap(({ rows }) => rows),
      market,
    )
  },
}

function flowsOf(rows: readonly unknown[], market: MarketId): Result<Facts> {
  const checked = readAll(ledgerRow, rows, 'transaction')
  if (!checked.ok) return checked
  const flows = new Map<string, Flow>()
  for (const row of checked.value) {
    const flow = flowOf(row, market)
    if (flow !== null) flows.set(flow.flow, flow)
  }
  return ok({ fills: [], flows: oldestFirst(flows.values()), gone: [] })
}
