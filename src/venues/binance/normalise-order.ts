import type { GoneOrder, Order } from '../../engine/account/event.ts'
import { instrumentId, type MarketId } from '../../shared/ids.ts'
import { sideOf, slotOf, triggerOf, unlessZero } from './normalise-words.ts'
import type { OpenAlgoOrder, OpenOrder } from './wire-orders.ts'

/** Order numbers count per symbol, so the symbol belongs to the id. */
export function orderIdOf(symbol: string, number: string): string {
  return `${symbol}:${number}`
}

/** Conditional orders have numbers of their own; no symbol is called "algo". */
export function algoIdOf(number: string): string {
  return `algo:${number}`
}

/** How an order in this status left the book; null while it rests. Unknown statuses rest until a snapshot says else. */
export function goneOf(status: string): GoneOrder['gone'] | null {
  return GONE.get(status) ?? null
}

const GONE: ReadonlyMap<string, GoneOrder['gone']> = new Map([
  ['FILLED', 'filled'],
  ['CANCELED', 'cancelled'],
  ['REJECTED', 'rejected'],
  ['EXPIRED', 'expired'],
  ['EXPIRED_IN_MATCH', 'expired'],
  ['TRIGGERED', 'triggered'],
  ['FINISHED', 'triggered'],
])

export function isConditional(kind: string): boolean {
  return /^(?:STOP|TAKE_PROFIT|TRAILING_STOP)/.test(kind)
}

/** Resting orders and conditional ones, which the exchange lists apart since December 2025. */
export function ordersOf(
  orders: readonly OpenOrder[],
  algos: readonly OpenAlgoOrder[],
  market: MarketId,
): readonly Order[] {
  const resting = orders.filter(({ status }) => goneOf(status) === null).map((order) => restingOrder(order, market))
  const waiting = algos.filter(({ algoStatus }) => goneOf(algoStatus) === null).map((algo) => algoOrder(algo, market))
  return [...resting, ...waiting]
}

function restingOrder(order: OpenOrder, market: MarketId): Order {
  const conditional = isConditional(order.type)
  return {
    order: orderIdOf(order.symbol, order.orderId),
    instrument: instrumentId(market, order.symbol),
    side: sideOf(order.side),
    slot: slotOf(order.positionSide),
    kind: order.type,
    conditional,
    status: order.status,
    price: unlessZero(order.price),
    triggerPrice: conditional ? unlessZero(order.stopPrice) : null,
    triggerBy: conditional ? triggerOf(order.workingType) : '',
    quantity: unlessZero(order.origQty),
    filled: order.executedQty,
    reduceOnly: order.reduceOnly,
    closesPosition: order.closePosition,
    timeInForce: order.timeInForce,
    takeProfit: null,
    stopLoss: null,
    createdAt: order.time ?? order.updateTime ?? 0,
    recency: { sequence: null, at: order.updateTime ?? 0 },
  }
}

function algoOrder(algo: OpenAlgoOrder, market: MarketId): Order {
  return {
    order: algoIdOf(algo.algoId),
    instrument: instrumentId(market, algo.symbol),
    side: sideOf(algo.side),
    slot: slotOf(algo.positionSide),
    kind: algo.orderType,
    conditional: true,
    status: algo.algoStatus,
    price: unlessZero(algo.price),
    triggerPrice: unlessZero(algo.triggerPrice),
    triggerBy: triggerOf(algo.workingType),
    quantity: unlessZero(algo.quantity),
    filled: null,
    reduceOnly: algo.reduceOnly,
    closesPosition: algo.closePosition,
    timeInForce: algo.timeInForce,
    takeProfit: null,
    stopLoss: null,
    createdAt: algo.createTime ?? algo.updateTime ?? 0,
    recency: { sequence: null, at: algo.updateTime ?? 0 },
  }
}
