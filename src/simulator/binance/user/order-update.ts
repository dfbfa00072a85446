import { ZERO } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Fill } from '../../ledger/fill.ts'
import type { Order } from '../../ledger/order.ts'
import type { Contract } from '../../market/contract.ts'
import { moneyOrBareZero, onGrid, onGridOrBareZero } from '../format.ts'
import { bookKind, clientOrderId, orderId, positionSide, symbolOf, timeInForce, tradeId } from '../names.ts'
import { sideOf } from '../rest/order-rows.ts'
import type { UserEvent } from './user-event.ts'

/** ORDER_TRADE_UPDATE without a fill: the order appeared, or left the book. */
export function orderUpdate(
  order: Order,
  contract: Contract,
  execution: 'NEW' | 'CANCELED' | 'EXPIRED',
  at: Time,
): UserEvent {
  const asset = order.feeAsset === '' ? contract.settle : order.feeAsset
  const nothing = { l: '0', L: '0', n: '0', N: asset, t: 0, m: false, rp: '0' }
  return envelope(at, { ...common(order, contract), ...nothing, x: execution, X: execution, T: at })
}

/** NEW as it was before its first fill, for orders that are filled in the moment they appear. */
export function bornUpdate(order: Order, contract: Contract, at: Time): UserEvent {
  return orderUpdate({ ...order, filled: ZERO, averagePrice: ZERO }, contract, 'NEW', at)
}

/** ORDER_TRADE_UPDATE of one fill; liquidations are CALCULATED. */
export function fillUpdate(fill: Fill, contract: Contract): UserEvent {
  const { order } = fill
  return envelope(fill.at, {
    ...common(order, contract),
    x: fill.cause === 'liquidation' ? 'CALCULATED' : 'TRADE',
    X: order.status === 'filled' ? 'FILLED' : 'PARTIALLY_FILLED',
    l: onGrid(fill.quantity, contract.step),
    L: onGrid(fill.price, contract.tick),
    n: moneyOrBareZero(fill.fee),
    N: fill.feeAsset,
    T: fill.at,
    t: tradeId(fill),
    m: fill.liquidity === 'maker',
    rp: moneyOrBareZero(fill.realised),
  })
}

/** TRADE_LITE: the earliest notice of a fill, with no fee, no profit and no position side. */
export function tradeLite(fill: Fill, contract: Contract): UserEvent {
  return {
    e: 'TRADE_LITE',
    E: fill.at + 1,
    T: fill.at,
    s: symbolOf(contract),
    q: onGrid(fill.order.quantity, contract.step),
    p: onGrid(fill.order.price ?? ZERO, contract.tick),
    m: fill.liquidity === 'maker',
    c: clientOrderId(fill.order),
    S: sideOf(fill.order),
    L: onGrid(fill.price, contract.tick),
    l: onGrid(fill.quantity, contract.step),
    t: tradeId(fill),
    i: orderId(fill.order),
  }
}

function envelope(at: Time, order: object): UserEvent {
  return { e: 'ORDER_TRADE_UPDATE', T: at, E: at + 1, o: order }
}

function common(order: Order, contract: Contract): object {
  return {
    s: symbolOf(contract),
    c: clientOrderId(order),
    S: sideOf(order),
    o: bookKind(order),
    f: timeInForce(order),
    q: onGrid(order.quantity, contract.step),
    p: onGridOrBareZero(order.price ?? ZERO, contract.tick),
    ap: moneyOrBareZero(order.averagePrice),
    sp: '0',
    i: orderId(order),
    z: onGridOrBareZero(order.filled, contract.step),
    b: '0',
    a: '0',
    R: order.reduceOnly,
    wt: 'CONTRACT_PRICE',
    ot: bookKind(order),
    ps: positionSide(order.slot),
    cp: order.closePosition,
    pP: false,
    si: 0,
    ss: 0,
    V: 'EXPIRE_MAKER',
    pm: 'NONE',
    gtd: 0,
    er: '0',
  }
}
