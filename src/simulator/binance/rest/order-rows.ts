import { isZero, ZERO } from '../../../shared/decimal.ts'
import type { Order } from '../../ledger/order.ts'
import type { Contract } from '../../market/contract.ts'
import { fixed, moneyOrBareZero, onGrid, onGridOrBareZero } from '../format.ts'
import { algoStatus, bookStatus, isInBook } from '../order-status.ts'
import { algoId, algoKind, bookKind, clientOrderId, orderId, positionSide, symbolOf, timeInForce } from '../names.ts'

/** A row of `GET /fapi/v1/openOrders` and of `GET /fapi/v1/allOrders`. */
export function orderRow(order: Order, contract: Contract): unknown {
  return {
    orderId: orderId(order),
    symbol: symbolOf(contract),
    status: bookStatus(order),
    clientOrderId: clientOrderId(order),
    price: onGridOrBareZero(order.price ?? ZERO, contract.tick),
    avgPrice: moneyOrBareZero(order.averagePrice),
    origQty: onGrid(order.quantity, contract.step),
    executedQty: onGridOrBareZero(order.filled, contract.step),
    cumQuote: isZero(order.filledValue) ? '0' : fixed(order.filledValue, 5),
    timeInForce: timeInForce(order),
    type: bookKind(order),
    reduceOnly: order.reduceOnly,
    closePosition: false,
    side: sideOf(order),
    positionSide: positionSide(order.slot),
    stopPrice: '0',
    workingType: 'CONTRACT_PRICE',
    priceProtect: false,
    origType: bookKind(order),
    priceMatch: 'NONE',
    selfTradePreventionMode: 'EXPIRE_MAKER',
    goodTillDate: 0,
    time: order.createdAt,
    updateTime: order.updatedAt,
  }
}

/** A row of `GET /fapi/v1/openAlgoOrders` and of `GET /fapi/v1/allAlgoOrders`: conditional orders since 2025-12. */
export function algoRow(order: Order, contract: Contract): unknown {
  return {
    algoId: algoId(order),
    clientAlgoId: order.clientId,
    algoType: 'CONDITIONAL',
    orderType: algoKind(order),
    symbol: symbolOf(contract),
    side: sideOf(order),
    positionSide: positionSide(order.slot),
    timeInForce: timeInForce(order),
    quantity: onGrid(order.quantity, contract.step),
    algoStatus: algoStatus(order),
    actualOrderId: isInBook(order) ? String(orderId(order)) : '',
    actualPrice: '0.00000',
    triggerPrice: onGrid(order.trigger?.price ?? ZERO, contract.tick),
    price: onGrid(order.price ?? ZERO, contract.tick),
    icebergQuantity: null,
    tpTriggerPrice: '0.000',
    tpPrice: '0.000',
    slTriggerPrice: '0.000',
    slPrice: '0.000',
    tpOrderType: '',
    selfTradePreventionMode: 'EXPIRE_MAKER',
    workingType: workingType(order),
    priceMatch: 'NONE',
    closePosition: order.closePosition,
    priceProtect: false,
    reduceOnly: order.reduceOnly,
    createTime: order.createdAt,
    updateTime: order.updatedAt,
    triggerTime: isInBook(order) ? order.updatedAt : 0,
    goodTillDate: 0,
  }
}

export function sideOf(order: Order): 'BUY' | 'SELL' {
  return order.side === 'buy' ? 'BUY' : 'SELL'
}

export function workingType(order: Order): 'MARK_PRICE' | 'CONTRACT_PRICE' {
  return order.trigger?.by === 'mark' ? 'MARK_PRICE' : 'CONTRACT_PRICE'
}
