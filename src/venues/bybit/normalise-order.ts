import type { GoneOrder, Order, Recency } from '../../engine/account/event.ts'
import { instrumentId, type MarketId } from '../../shared/ids.ts'
import { slotOf } from './normalise-position.ts'
import { maybeAmount, maybeMomentOf, momentOf, nonZero, wordOf } from './values.ts'
import type { OrderRow } from './wire-private.ts'

/**
 * Statuses that end an order. `Triggered` is not among them: under the same id the order goes on as `New`. A status
 * unknown to us keeps the order in view under the exchange's word until a snapshot says otherwise.
 * Docs: https://bybit-exchange.github.io/docs/v5/enum#orderstatus
 */
const ends: ReadonlyMap<string, GoneOrder['gone']> = new Map([
  ['Filled', 'filled'],
  ['Cancelled', 'cancelled'],
  ['PartiallyFilledCanceled', 'cancelled'],
  ['Deactivated', 'cancelled'],
  ['Rejected', 'rejected'],
])

const triggers: ReadonlyMap<string, string> = new Map([
  ['LastPrice', 'last'],
  ['MarkPrice', 'mark'],
  ['IndexPrice', 'index'],
])

export function orderOf(row: OrderRow, market: MarketId): Order | GoneOrder {
  const recency = { sequence: null, at: maybeMomentOf(row.updatedTime) ?? momentOf(row.createdTime) }
  const gone = ends.get(row.orderStatus)
  if (gone === undefined) return openOrder(row, market, recency)
  return { order: row.orderId, instrument: instrumentId(market, row.symbol), gone, recency }
}

function openOrder(row: OrderRow, market: MarketId, recency: Recency): Order {
  const conditional = row.orderStatus === 'Untriggered'
  const triggerBy = wordOf(row.triggerBy, 24)
  return {
    order: row.orderId,
    instrument: instrumentId(market, row.symbol),
    side: row.side === 'Buy' ? 'buy' : 'sell',
    slot: slotOf(row.positionIdx) ?? 'one-way',
    kind: kindOf(row, conditional),
    conditional,
    status: row.orderStatus,
    price: limitPrice(row),
    triggerPrice: nonZero(row.triggerPrice),
    triggerBy: triggers.get(triggerBy) ?? triggerBy,
    quantity: nonZero(row.qty),
    filled: maybeAmount(row.cumExecQty),
    reduceOnly: row.reduceOnly === true,
    closesPosition: row.closeOnTrigger === true,
    timeInForce: wordOf(row.timeInForce, 16),
    takeProfit: nonZero(row.takeProfit),
    stopLoss: nonZero(row.stopLoss),
    createdAt: momentOf(row.createdTime),
    recency,
  }
}

/** The price of a market order is a slippage cap about five per cent away, not a price anyone chose. */
function limitPrice(row: OrderRow): Order['price'] {
  return row.orderType === 'Market' ? null : nonZero(row.price)
}

function kindOf(row: OrderRow, conditional: boolean): string {
  const stop = wordOf(row.stopOrderType, 40)
  return conditional && stop !== '' && stop !== 'UNKNOWN' ? stop : wordOf(row.orderType, 40)
}
