import type { Facts, GoneOrder } from '../../engine/account/event.ts'
import type { Plan } from '../../engine/ports/plan.ts'
import type { HistoryList, HistoryStretch, MarketContext } from '../../engine/ports/venue.ts'
import { instrumentId, symbolOf, type Time } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { isRefused } from './failure.ts'
import { algoIdOf, goneOf, orderIdOf } from './normalise-order.ts'
import { orderWalk, type OrderPath } from './order-walk.ts'
import type { Query } from './reads.ts'
import { endedAlgoOrder, endedOrder } from './wire-orders.ts'

/** An order that was cancelled or has expired without a fill is told until three days after it was placed. */
const KEPT_MS = 3 * 86_400_000
/** So many requests for all of that; an account with more orders is only asked for those of the window itself. */
const MOST_OF_ALL = 20
const MOST_OF_WINDOW = 500

/**
 * Orders that were rejected or have expired. The exchange does not say whether its spans are of when an order was
 * placed or of when it ended, so three days are asked for, and what ended in the window is taken. Conditional orders
 * can only be asked for by symbol. No money hangs on this list: what of it is refused is left out.
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/All-Orders
 * https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Query-All-Algo-Orders
 */
export const endedOrders: HistoryList = {
  list: 'orders',
  windowMs: KEPT_MS,
  retentionMs: KEPT_MS,
  restMs: 120_000,
  read: readEnded,
}

function* readEnded(context: MarketContext, stretch: HistoryStretch): Plan<Facts> {
  const known = stretch.instruments.map(symbolOf)
  const orders = yield* bookOrders(known, stretch)
  if (!orders.ok) return orders
  const rows = orders.value.flatMap((row) => endedOrder.safeParse(row).data ?? [])
  const symbols = new Set([...known, ...rows.map(({ symbol }) => symbol)])
  const algos = yield* ordersBySymbol('/fapi/v1/allAlgoOrders', symbols, stretch)
  if (!algos.ok) return algos
  const gone = [
    ...rows.map((row) => ({ ...row, order: orderIdOf(row.symbol, row.orderId) })),
    ...algos.value.flatMap((row) => algoOf(row)),
  ]
  return ok({ fills: [], flows: [], gone: gone.flatMap((row) => goneIn(row, stretch, context)) })
}

function algoOf(row: unknown): readonly Ended[] {
  const { data } = endedAlgoOrder.safeParse(row)
  return data === undefined ? [] : [{ ...data, order: algoIdOf(data.algoId), status: data.algoStatus }]
}

interface Ended {
  readonly order: string
  readonly symbol: string
  readonly status: string
  readonly updateTime: Time
}

/** Nothing of an order that is open, filled or cancelled. */
function goneIn(
  { order, symbol, status, updateTime }: Ended,
  { from, to }: HistoryStretch,
  { market, instruments }: MarketContext,
): readonly GoneOrder[] {
  const gone = goneOf(status)
  if ((gone !== 'rejected' && gone !== 'expired') || updateTime < from || updateTime > to) return []
  const instrument = instrumentId(market, symbol)
  const recency = { sequence: null, at: updateTime }
  return [{ order, instrument: instruments.has(instrument) ? instrument : null, gone, recency }]
}

/** Of all symbols at once, as is possible since 2026-08-25; where it is not, of those that are known. */
function* bookOrders(known: readonly string[], stretch: HistoryStretch): Plan<readonly unknown[]> {
  const all = yield* orders('/fapi/v1/allOrders', [], stretch)
  if (all.ok || !isRefused(all.failure)) return all
  return yield* ordersBySymbol('/fapi/v1/allOrders', new Set(known), stretch)
}

function* ordersBySymbol(
  path: OrderPath,
  symbols: ReadonlySet<string>,
  stretch: HistoryStretch,
): Plan<readonly unknown[]> {
  const rows: unknown[] = []
  for (const symbol of symbols) {
    const some = yield* orders(path, [['symbol', symbol]], stretch)
    if (some.ok) rows.push(...some.value)
    else if (!isRefused(some.failure)) return some
  }
  return ok(rows)
}

function* orders(path: OrderPath, filter: Query, { from, to }: HistoryStretch): Plan<readonly unknown[]> {
  const whole = yield* orderWalk(path, filter, to - KEPT_MS + 1, to, MOST_OF_ALL)
  if (!whole.ok) return whole
  if (whole.value.isWhole) return ok(whole.value.rows)
  const window = yield* orderWalk(path, filter, from, to, MOST_OF_WINDOW)
  return window.ok ? ok(window.value.rows) : window
}
