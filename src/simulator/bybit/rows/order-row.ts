import { isZero, mul, sub, trim, ZERO } from '../../../shared/decimal.ts'
import type { Account } from '../../ledger/account.ts'
import type { Order, Trigger } from '../../ledger/order.ts'
import type { Contract } from '../../market/contract.ts'
import { sides, slots, statuses, symbolOf, timesInForce, uuidOf } from '../names.ts'
import { valueOf } from '../../ledger/contract-math.ts'
import { decimal } from '../../../shared/decimal.ts'

type Row = Readonly<Record<string, unknown>>

const TRIGGERED_BY: Readonly<Record<Trigger['by'], string>> = {
  last: 'LastPrice',
  mark: 'MarkPrice',
  index: 'IndexPrice',
}
const CAP = { buy: decimal('1.05'), sell: decimal('0.95') } as const

/** A row of `/v5/order/realtime` and `/v5/order/history`. */
export function restOrder(account: Account, contract: Contract, order: Order): Row {
  return { ...shared(account, contract, order) }
}

/** A row of the `order` topic. */
export function streamOrder(account: Account, contract: Contract, order: Order): Row {
  return {
    category: contract.form,
    ...shared(account, contract, order),
    marketUnit: '',
    feeCurrency: '',
    closedPnl: trim(order.realised),
    rpiTakerAccess: false,
    rpiMatchedQty: '0',
  }
}

function shared(account: Account, contract: Contract, order: Order): Row {
  const left = order.status === 'cancelled' ? ZERO : trim(sub(order.quantity, order.filled))
  const price = orderPrice(order)
  return {
    orderId: uuidOf('order', account, order.number),
    orderLinkId: order.clientId,
    parentOrderLinkId: '',
    blockTradeId: '',
    symbol: symbolOf(contract),
    price,
    qty: order.quantity,
    side: sides[order.side],
    isLeverage: '',
    positionIdx: slots[order.slot],
    orderStatus: statuses[order.status],
    createType: order.origin === 'liquidation' ? 'CreateByLiq' : 'CreateByUser',
    cancelType: order.status === 'cancelled' ? 'CancelByUser' : 'UNKNOWN',
    rejectReason: 'EC_NoError',
    avgPrice: isZero(order.filled) ? '' : order.averagePrice,
    leavesQty: left,
    leavesValue: order.price === null || isZero(left) ? '0' : valueOf(contract, left, order.price),
    cumExecQty: order.filled,
    cumExecValue: trim(order.filledValue),
    cumExecFee: trim(order.fee),
    timeInForce: timesInForce[order.timeInForce],
    orderType: order.kind === 'limit' ? 'Limit' : 'Market',
    ...triggerFields(order),
    orderIv: '',
    takeProfit: '',
    stopLoss: '',
    tpTriggerBy: '',
    slTriggerBy: '',
    tpLimitPrice: '',
    slLimitPrice: '',
    lastPriceOnCreated: order.lastPrice,
    reduceOnly: order.reduceOnly,
    closeOnTrigger: order.closePosition,
    smpType: 'None',
    smpGroup: 0,
    smpOrderId: '',
    placeType: '',
    createdTime: String(order.createdAt),
    updatedTime: String(order.updatedAt),
    cumFeeDetail: isZero(order.fee) ? {} : { [order.feeAsset]: trim(order.fee) },
  }
}

function triggerFields({ trigger }: Order): Row {
  if (trigger === null) {
    return { stopOrderType: '', triggerPrice: '', triggerDirection: 0, triggerBy: '', tpslMode: '' }
  }
  return {
    stopOrderType: stopType(trigger),
    triggerPrice: trigger.price,
    triggerDirection: trigger.when === 'rises' ? 1 : 2,
    triggerBy: TRIGGERED_BY[trigger.by],
    tpslMode: trigger.purpose === 'entry' ? '' : 'Full',
  }
}

/** As executions and orders name the kind of a conditional order. */
export function stopType(trigger: Trigger | null): string {
  if (trigger === null) return 'UNKNOWN'
  return { entry: 'Stop', 'take-profit': 'TakeProfit', 'stop-loss': 'StopLoss' }[trigger.purpose]
}

/** A market order shows how far it may slip, about 5 % away: no price anybody asked for. */
export function orderPrice(order: Order): string {
  return order.price ?? (order.trigger === null ? trim(mul(order.lastPrice, CAP[order.side])) : '0')
}
