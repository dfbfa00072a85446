import type { Facts, Fill, Flow } from '../../engine/account/event.ts'
import type { MarketContext } from '../../engine/ports/venue.ts'
import { ok, type Result } from '../../shared/result.ts'
import { readAll } from './failures.ts'
import { executionOf, isFollowed } from './normalise-execution.ts'
import { withRealised, type ClosedOrders } from './realised.ts'
import { maybeAmount } from './values.ts'
import { executionKind, executionRow, type ExecutionRow } from './wire-private.ts'
import { closedPnlRow } from './wire-rest.ts'

export interface ExecutionReport {
  readonly settle: string | null
  readonly rows: readonly unknown[]
}

interface Followed {
  readonly settle: string | null
  readonly row: ExecutionRow
}

/** Oldest first, each execution once, even where two lists both told of it. */
export function historyOf(
  reports: readonly ExecutionReport[],
  closed: readonly unknown[],
  context: Pick<MarketContext, 'market' | 'instruments'>,
): Result<Facts> {
  const rows = followedRows(reports)
  if (!rows.ok) return rows
  const orders = closedOrders(closed)
  const fills = new Map<string, Fill>()
  const flows = new Map<string, Flow>()
  for (const { settle, row } of rows.value) {
    const event = executionOf(row, { ...context, settle, state: null })
    if (event?.kind === 'flow') flows.set(event.flow.flow, event.flow)
    if (event?.kind === 'fill') fills.set(row.execId, completed(event.fill, row, orders, context))
  }
  return ok({ fills: oldestFirst(fills.values()), flows: oldestFirst(flows.values()), gone: [] })
}

export function oldestFirst<Dated extends { readonly at: number }>(facts: Iterable<Dated>): readonly Dated[] {
  return [...facts].sort((a, b) => a.at - b.at)
}

function followedRows(reports: readonly ExecutionReport[]): Result<readonly Followed[]> {
  const followed: Followed[] = []
  for (const { settle, rows } of reports) {
    const checked = readAll(executionRow, rows.filter(isFollowedRow), 'execution')
    if (!checked.ok) return checked
    followed.push(...checked.value.map((row) => ({ settle, row })))
  }
  return ok(followed)
}

function isFollowedRow(row: unknown): boolean {
  const checked = executionKind.safeParse(row)
  return !checked.success || isFollowed(checked.data.execType)
}

/** A row that cannot be read costs its order's PnL and nothing else. */
function closedOrders(rows: readonly unknown[]): ClosedOrders {
  const checked = rows.map((row) => closedPnlRow.safeParse(row)).filter((row) => row.success)
  return new Map(checked.map(({ data }) => [data.orderId, data]))
}

function completed(
  fill: Fill,
  row: ExecutionRow,
  orders: ClosedOrders,
  { instruments }: Pick<MarketContext, 'instruments'>,
): Fill {
  const closed = maybeAmount(row.closedSize)
  return closed === null ? fill : withRealised(fill, closed, orders, instruments)
}
