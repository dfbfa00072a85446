import type { Slot } from '../ledger/order.ts'
import type { Fill } from '../ledger/fill.ts'
import type { Order } from '../ledger/order.ts'
import type { Contract } from '../market/contract.ts'

const FIRST_ORDER = 215_456_450_000
const FIRST_ALGO = 2_148_000
const FIRST_TRADE = 1_893_400_000

/** The venue's symbol of a contract that is listed here. */
export function symbolOf(contract: Contract): string {
  if (contract.symbols.binance === null) throw new Error(`${contract.id} is not listed here`)
  return contract.symbols.binance
}

/** Id of an order in the book; conditional ones get it only once triggered. */
export function orderId(order: Order): number {
  return FIRST_ORDER + order.number
}

export function algoId(order: Order): number {
  return FIRST_ALGO + order.number
}

/** One id for `userTrades.id`, `o.t` and `income.tradeId`. */
export function tradeId(fill: Fill): number {
  return FIRST_TRADE + fill.number
}

export function positionSide(slot: Slot): 'BOTH' | 'LONG' | 'SHORT' {
  if (slot === 'one-way') return 'BOTH'
  return slot === 'long' ? 'LONG' : 'SHORT'
}

/** Orders the exchange made itself are known by the start of their client id. */
export function clientOrderId(order: Order): string {
  return order.origin === 'liquidation' ? `autoclose-${order.createdAt}${order.number}` : order.clientId
}

export function timeInForce(order: Order): string {
  return order.timeInForce === 'post-only' ? 'GTX' : order.timeInForce
}

/** The kind of a conditional order in the Algo Service's words. */
export function algoKind(order: Order): string {
  const family = order.trigger?.purpose === 'take-profit' ? 'TAKE_PROFIT' : 'STOP'
  return order.kind === 'market' ? `${family}_MARKET` : family
}

/** The kind of an order in the book. */
export function bookKind(order: Order): string {
  if (order.origin === 'liquidation') return 'LIQUIDATION'
  return order.kind === 'market' ? 'MARKET' : 'LIMIT'
}
