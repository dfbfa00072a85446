import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Fill } from '../../ledger/fill.ts'
import type { Contract } from '../../market/contract.ts'
import { fixed, moneyOrBareZero, onGrid } from '../format.ts'
import { orderId, positionSide, symbolOf, tradeId } from '../names.ts'
import { limitOf, wholeNumber, wholeNumbers } from './parameters.ts'
import { refusals, type Refusal } from './refusal.ts'
import { requiredContract, type AccountCall, type Outcome } from './route.ts'
import { pageOf, timeSpan, type TimeSpan } from './time-span.ts'

/** Three months, since 2026-08. */
export const RETENTION = 92 * 86_400_000

type Wanted = { readonly by: 'id'; readonly from: number } | ({ readonly by: 'time' } & TimeSpan)

/** `GET /fapi/v1/userTrades`: one contract, at most seven days or forward from an id. */
export function userTrades(call: AccountCall): Outcome {
  const contract = requiredContract(call)
  if (!contract.ok) return contract
  const limit = limitOf(call.parameters, 1000, 500)
  if (!limit.ok) return limit
  const order = wholeNumber(call.parameters, 'orderId')
  if (!order.ok) return order
  const wanted = wantedTrades(call)
  if (!wanted.ok) return wanted
  const rows = call.account
    .history()
    .fills.filter((fill) => fill.contract === contract.value.id && fill.at >= call.now - RETENTION)
    .filter((fill) => order.value === null || orderId(fill.order) === order.value)
    .filter((fill) => isWanted(fill, wanted.value))
  const which = wanted.value.by === 'time' ? wanted.value.which : 'oldest'
  return ok(pageOf(rows, { which }, limit.value).map((fill) => tradeRow(fill, contract.value)))
}

function wantedTrades({ parameters, now, options }: AccountCall): Result<Wanted, Refusal> {
  const stated = wholeNumbers(parameters, 'fromId', 'startTime', 'endTime')
  if (!stated.ok) return stated
  const { fromId, startTime, endTime } = stated.value
  if (fromId === null) {
    const span = timeSpan(startTime, endTime, now, options)
    return span.ok ? ok({ by: 'time', ...span.value }) : span
  }
  if (startTime !== null || endTime !== null) return fail(refusals.badCombination)
  return ok({ by: 'id', from: fromId })
}

function isWanted(fill: Fill, wanted: Wanted): boolean {
  if (wanted.by === 'id') return tradeId(fill) >= wanted.from
  return fill.at >= wanted.from && fill.at <= wanted.to
}

function tradeRow(fill: Fill, contract: Contract): unknown {
  return {
    symbol: symbolOf(contract),
    pair: `${contract.base}${contract.quote}`,
    id: tradeId(fill),
    orderId: orderId(fill.order),
    side: fill.side === 'buy' ? 'BUY' : 'SELL',
    price: onGrid(fill.price, contract.tick),
    qty: onGrid(fill.quantity, contract.step),
    baseQty: onGrid(fill.quantity, contract.step),
    realizedPnl: moneyOrBareZero(fill.realised),
    quoteQty: fixed(fill.value, 7),
    commission: moneyOrBareZero(fill.fee),
    commissionAsset: fill.feeAsset,
    marginAsset: contract.settle,
    time: fill.at,
    positionSide: positionSide(fill.slot),
    buyer: fill.side === 'buy',
    maker: fill.liquidity === 'maker',
  }
}
