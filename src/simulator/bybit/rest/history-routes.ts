import { isZero } from '../../../shared/decimal.ts'
import type { ClosedPart } from '../../ledger/fill.ts'
import type { Contract } from '../../market/contract.ts'
import { DAY } from '../../market/walk.ts'
import { statuses } from '../names.ts'
import { closedRow } from '../rows/closed-row.ts'
import { fundingExecution, restFill } from '../rows/execution-row.ts'
import { categoryOfEntry, logRow } from '../rows/log-row.ts'
import { restOrder } from '../rows/order-row.ts'
import { page, type Keyed, type PageSize } from './page.ts'
import { error, result, type Reply, type SignedAsk } from './reply.ts'
import { inScope, orderWanted } from './standing-routes.ts'
import { windowOf, within, type TimeWindow } from './window.ts'

/** `/v5/execution/list`: fills and funding, newest first. */
export function executions(ask: SignedAsk): Reply {
  const { account, query } = ask
  if (query.category === undefined) return categoryMissing
  return overWindow(ask, 7 * DAY, { usual: 50, most: 100 }, (window) => {
    const { fills, funding } = account.history()
    const trades = fills
      .filter((fill) => wanted(ask, fill, window))
      .map((fill) => {
        return { at: fill.at, number: fill.number, row: restFill(account, contractOf(ask, fill.contract), fill) }
      })
    const payments = funding
      .filter((payment) => wanted(ask, payment, window))
      .map((payment) => {
        return {
          at: payment.at,
          number: payment.number,
          row: fundingExecution(account, contractOf(ask, payment.contract), payment),
        }
      })
    const rows = [...trades, ...payments].filter(
      ({ row }) => query.execType === undefined || row.execType === query.execType,
    )
    const asked = rows.filter(({ row }) => query.orderId === undefined || row.orderId === query.orderId)
    return newestFirst(asked)
  })
}

/** `/v5/position/closed-pnl`: one row per closing order. */
export function closedPnl(ask: SignedAsk): Reply {
  const { account, query } = ask
  if (query.category === undefined) return categoryMissing
  return overWindow(ask, 7 * DAY, { usual: 50, most: 100 }, (window) => {
    const parts = account.history().closed.filter(({ fill }) => wanted(ask, fill, window))
    const byOrder = Map.groupBy(parts, ({ fill }) => fill.order.number)
    const rows = [...byOrder].flatMap(([order, [first, ...rest]]) => {
      if (first === undefined) return []
      const all: readonly [ClosedPart, ...ClosedPart[]] = [first, ...rest]
      const row = closedRow(account, contractOf(ask, first.fill.contract), all)
      return [{ at: (rest.at(-1) ?? first).fill.at, number: order, row }]
    })
    return newestFirst(rows)
  })
}

/** `/v5/order/history`: orders that are no longer open, the last made first. What never traded is told for a day. */
export function orderHistory(ask: SignedAsk): Reply {
  const { account, query, now } = ask
  if (query.category === undefined) return categoryMissing
  return overWindow(ask, 7 * DAY, { usual: 20, most: 50 }, (window) => {
    const orders = account.history().orders.filter(({ status, filled, contract, createdAt, updatedAt }) => {
      if (query.orderStatus !== undefined && statuses[status] !== query.orderStatus) return false
      const isKept = !isZero(filled) || now - updatedAt <= DAY
      return isKept && wanted(ask, { contract, at: createdAt }, window)
    })
    const rows = orders.filter((order) => orderWanted(ask, order))
    return newestFirst(
      rows.map((order) => {
        const { createdAt, number, contract } = order
        return { at: createdAt, number, row: restOrder(account, contractOf(ask, contract), order) }
      }),
    )
  })
}

/** `/v5/account/transaction-log`: every wallet movement, newest first; a day when no window is given. */
export function transactionLog(ask: SignedAsk): Reply {
  const { account, query } = ask
  if (query.accountType !== undefined && query.accountType !== 'UNIFIED') {
    return error(10001, 'accountType only support UNIFIED.')
  }
  return overWindow(ask, DAY, { usual: 20, most: 50 }, (window) => {
    const find = (id: string): Contract => contractOf(ask, id)
    const entries = account.history().entries.filter((entry) => {
      if (!within(window, entry.at)) return false
      if (query.currency !== undefined && entry.asset !== query.currency) return false
      return query.category === undefined || categoryOfEntry(entry, find) === query.category
    })
    const rows = entries.map((entry) => ({ at: entry.at, number: entry.number, row: logRow(account, entry, find) }))
    return newestFirst(rows.filter(({ row }) => query.type === undefined || row.type === query.type))
  })
}

const categoryMissing = error(10001, 'params error: category is required')

interface Dated {
  readonly at: number
  readonly number: number
  readonly row: unknown
}

function newestFirst(rows: readonly Dated[]): readonly Keyed[] {
  const sorted = rows.toSorted((a, b) => b.at - a.at || b.number - a.number)
  return sorted.map(({ number, row }) => ({ key: String(number), row }))
}

function overWindow(
  ask: SignedAsk,
  usual: number,
  size: PageSize,
  list: (window: TimeWindow) => readonly Keyed[],
): Reply {
  const { query, now } = ask
  const category = query.category
  if (category !== undefined && !['linear', 'inverse', 'spot', 'option'].includes(category)) {
    return error(10001, 'Illegal category')
  }
  const window = windowOf(query, now, usual)
  if (window === null) return error(10001, 'The time range between startTime and endTime cannot exceed 7 days')
  const paged = page(list(window), query, size)
  if (paged.kind === 'refused') return paged.reply
  return result({ nextPageCursor: paged.nextPageCursor, category, list: paged.list })
}

/** Executions and closed profits are asked by category; the rest of the filters narrow it. */
function wanted(ask: SignedAsk, fact: { readonly contract: string; readonly at: number }, window: TimeWindow): boolean {
  return within(window, fact.at) && inScope(ask, contractOf(ask, fact.contract))
}

function contractOf({ world }: SignedAsk, id: string): Contract {
  return world.market.contract(id)
}
