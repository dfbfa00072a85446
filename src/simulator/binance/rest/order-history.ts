import { isZero } from '../../../shared/decimal.ts'
import { fail, ok } from '../../../shared/result.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Order } from '../../ledger/order.ts'
import type { Contract } from '../../market/contract.ts'
import { algoStatus, bookStatus, isInBook } from '../order-status.ts'
import { algoRow, orderRow } from './order-rows.ts'
import { limitOf, wholeNumbers } from './parameters.ts'
import { unreadParameter } from './refusal.ts'
import { namedContract, requiredContract, type AccountCall, type Outcome } from './route.ts'
import { pageOf, timeSpan } from './time-span.ts'

const DAY = 86_400_000

interface Kind {
  readonly contract: Contract | null
  readonly id: 'orderId' | 'algoId'
  isListed(order: Order): boolean
  status(order: Order): string
  row(order: Order, contract: Contract): unknown
}

/** `GET /fapi/v1/allOrders`: open or not, by when they were made; of all contracts where none is named. */
export function allOrders(call: AccountCall): Outcome {
  const named = namedContract(call)
  if (!named.ok) return named
  return listed(call, { contract: named.value, id: 'orderId', isListed: isInBook, status: bookStatus, row: orderRow })
}

/** `GET /fapi/v1/allAlgoOrders`: the conditional ones of one contract. */
export function allAlgoOrders(call: AccountCall): Outcome {
  const named = requiredContract(call)
  if (!named.ok) return named
  const isListed = ({ trigger }: Order): boolean => trigger !== null
  return listed(call, { contract: named.value, id: 'algoId', isListed, status: algoStatus, row: algoRow })
}

/** By time only: the form that goes on from an order's number is not served. */
function listed({ account, parameters, now, options, world }: AccountCall, kind: Kind): Outcome {
  if (parameters.has(kind.id)) return fail(unreadParameter(kind.id))
  const limit = limitOf(parameters, 1000, 500)
  if (!limit.ok) return limit
  const stated = wholeNumbers(parameters, 'startTime', 'endTime')
  if (!stated.ok) return stated
  const span = timeSpan(stated.value.startTime, stated.value.endTime, now, options)
  if (!span.ok) return span
  const { from, to } = span.value
  const rows = [...account.history().orders, ...account.state().orders.values()]
    .filter((order) => kind.contract === null || order.contract === kind.contract.id)
    .filter(
      (order) =>
        kind.isListed(order) &&
        isKept(kind.status(order), order, now) &&
        order.createdAt >= from &&
        order.createdAt <= to,
    )
    .toSorted((a, b) => a.number - b.number)
  return ok(
    pageOf(rows, span.value, limit.value).map((order) => kind.row(order, world.market.contract(order.contract))),
  )
}

/** Three days where nothing was filled, three months else. */
function isKept(status: string, { filled, createdAt }: Order, now: Time): boolean {
  const hasLeft = status === 'CANCELED' || status === 'EXPIRED'
  return now - createdAt <= (hasLeft && isZero(filled) ? 3 : 90) * DAY
}
