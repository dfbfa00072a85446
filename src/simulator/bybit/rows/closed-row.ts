import { add, div, trim } from '../../../shared/decimal.ts'
import type { Account } from '../../ledger/account.ts'
import type { ClosedPart } from '../../ledger/fill.ts'
import { gridScale, type Contract } from '../../market/contract.ts'
import { sides, symbolOf, uuidOf } from '../names.ts'
import { orderPrice } from './order-row.ts'

type Row = Readonly<Record<string, unknown>>

/** `/v5/position/closed-pnl`: one row per closing order, with the side of that order. */
export function closedRow(account: Account, contract: Contract, parts: readonly [ClosedPart, ...ClosedPart[]]): Row {
  const last = parts.at(-1) ?? parts[0]
  const { order } = last.fill
  const sum = (pick: (part: ClosedPart) => ClosedPart['profit']): ClosedPart['profit'] =>
    trim(parts.map(pick).reduce((a, b) => add(a, b)))
  const quantity = sum((part) => part.fill.closed)
  const exitValue = sum((part) => part.exitValue)
  const [top, bottom] = contract.form === 'linear' ? [exitValue, quantity] : [quantity, exitValue]
  return {
    symbol: symbolOf(contract),
    orderType: order.kind === 'limit' ? 'Limit' : 'Market',
    leverage: trim(last.leverage),
    updatedTime: String(last.fill.at),
    side: sides[last.fill.side],
    orderId: uuidOf('order', account, order.number),
    closedPnl: sum((part) => part.profit),
    openFee: sum((part) => part.openFee),
    closeFee: sum((part) => part.closeFee),
    avgEntryPrice: trim(last.entryPrice),
    qty: trim(order.quantity),
    cumEntryValue: sum((part) => part.entryValue),
    createdTime: String(order.createdAt),
    orderPrice: orderPrice(order),
    closedSize: quantity,
    avgExitPrice: trim(div(top, bottom, Math.max(8, gridScale(contract.tick)), 'half-even')),
    execType: last.fill.cause === 'liquidation' ? 'BustTrade' : 'Trade',
    fillCount: String(parts.length),
    cumExitValue: exitValue,
  }
}
