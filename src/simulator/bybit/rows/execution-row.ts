import { abs, negate, sign, sub, trim } from '../../../shared/decimal.ts'
import type { Account } from '../../ledger/account.ts'
import type { Fill, FundingPayment } from '../../ledger/fill.ts'
import type { Contract } from '../../market/contract.ts'
import { sides, symbolOf, uuidOf } from '../names.ts'
import { orderPrice, stopType } from './order-row.ts'

type Row = Readonly<Record<string, unknown>>

/** A fill as `/v5/execution/list` tells it. */
export function restFill(account: Account, contract: Contract, fill: Fill): Row {
  return { ...sharedFill(account, contract, fill), feeCurrency: '', extraFees: '' }
}

/** A fill as the `execution` topic tells it; `extraFees` changes its type on the way. */
export function streamFill(account: Account, contract: Contract, fill: Fill): Row {
  return {
    category: contract.form,
    ...sharedFill(account, contract, fill),
    isLeverage: '0',
    marketUnit: '',
    execPnl: trim(fill.realised),
    createType: fill.cause === 'liquidation' ? 'CreateByLiq' : 'CreateByUser',
    extraFees: [],
    feeCurrency: fill.feeAsset,
  }
}

/** The `execution.fast` topic: early, and with few fields. */
export function fastFill(account: Account, contract: Contract, fill: Fill): Row {
  return {
    category: contract.form,
    symbol: symbolOf(contract),
    execId: uuidOf('execution', account, fill.number),
    execPrice: trim(fill.price),
    execQty: trim(fill.quantity),
    orderId: uuidOf('order', account, fill.order.number),
    isMaker: fill.liquidity === 'maker',
    orderLinkId: fill.liquidity === 'maker' ? '' : fill.order.clientId,
    side: sides[fill.side],
    execTime: String(fill.at),
    seq: fill.sequence,
  }
}

function sharedFill(account: Account, contract: Contract, fill: Fill): Row {
  const { order } = fill
  return {
    ...nothing,
    symbol: symbolOf(contract),
    orderType: order.kind === 'limit' ? 'Limit' : 'Market',
    orderLinkId: order.clientId,
    side: sides[fill.side],
    orderId: uuidOf('order', account, order.number),
    stopOrderType: stopType(order.trigger),
    leavesQty: trim(sub(order.quantity, order.filled)),
    execTime: String(fill.at),
    isMaker: fill.liquidity === 'maker',
    execFee: trim(fill.fee),
    feeRate: fill.feeRate,
    execId: uuidOf('execution', account, fill.number),
    markPrice: fill.mark,
    execPrice: trim(fill.price),
    orderQty: trim(order.quantity),
    orderPrice: orderPrice(order),
    execValue: trim(fill.value),
    execType: fill.cause === 'liquidation' ? 'BustTrade' : 'Trade',
    execQty: trim(fill.quantity),
    closedSize: trim(fill.closed),
    seq: fill.sequence,
  }
}

/** Funding looks like an execution and is none: `execFee` positive is paid. */
export function fundingExecution(account: Account, contract: Contract, funding: FundingPayment): Row {
  const long = sign(funding.held) > 0
  return {
    ...nothing,
    symbol: symbolOf(contract),
    orderType: 'UNKNOWN',
    orderLinkId: '',
    side: long ? 'Buy' : 'Sell',
    orderId: `${Math.floor(funding.at / 1000)}-8-${account.user}-${long ? 1 : 2}-2`,
    stopOrderType: 'UNKNOWN',
    leavesQty: '0',
    execTime: String(funding.at),
    feeCurrency: '',
    isMaker: false,
    execFee: trim(negate(funding.payment)),
    feeRate: trim(long ? funding.rate : negate(funding.rate)),
    execId: uuidOf('execution', account, funding.number),
    markPrice: trim(funding.mark),
    execPrice: trim(funding.mark),
    orderQty: '0',
    orderPrice: '0',
    execValue: trim(funding.value),
    execType: 'Funding',
    execQty: trim(abs(funding.held)),
    closedSize: '0',
    extraFees: '',
    seq: funding.sequence,
  }
}

const nothing: Row = { underlyingPrice: '', indexPrice: '', tradeIv: '', blockTradeId: '', markIv: '' }
