import { add, compare, div, isZero, mul, sub, trim, type Decimal } from '../../shared/decimal.ts'
import { gridScale } from '../market/contract.ts'
import type { AccountState } from './account.ts'
import { AMOUNT_SCALE, valueOf } from './contract-math.ts'
import { freshPosition, settingsOf } from './defaults.ts'
import { feeOf, type Fee } from './fee.ts'
import type { ClosedPart, Fill } from './fill.ts'
import { trade, type Held } from './holding.ts'
import { sequenceOf, type Moment } from './moment.ts'
import type { Order } from './order.ts'
import { followedBy, withOrder, withPosition, untouched, type Outcome } from './outcome.ts'
import { positionKey, type Position } from './position.ts'
import { credit } from './wallet.ts'

export interface Execution {
  readonly price: Decimal
  readonly quantity: Decimal
  readonly liquidity: Fill['liquidity']
}

/** An order is filled, in part or wholly: order, position and wallets move together. */
export function applyFill(state: AccountState, order: Order, execution: Execution, moment: Moment): Outcome {
  const { contract, at } = moment
  const number = moment.number()
  const value = valueOf(contract, execution.quantity, execution.price)
  const fee = feeOf(moment, state, value, execution.liquidity)
  const settings = settingsOf(moment.account, state, contract.id)
  const before = positionOf(state, order, settings.margin, at)
  const deal = { ...execution, contract, side: order.side, fee: fee.worth, leverage: settings.leverage, at }
  const held = trade(before, { ...deal, sequence: sequenceOf(number) })
  const fill = fillOf(
    orderAfter(order, execution, value, fee, held, moment),
    execution,
    value,
    fee,
    held,
    moment,
    number,
  )
  const closed = isZero(held.closed) ? [] : [closedPart(fill, before, held, settings.leverage, moment)]
  const settled = followedBy(withOrder(state, fill.order), (next) => withPosition(next, held.position))
  const paid = followedBy(settled, (next) => pay(next, fill, fee, moment))
  return followedBy(paid, (next) => ({ ...untouched(next), fills: [fill], closed }))
}

/** The position an order works on. */
export function positionOf(
  state: AccountState,
  order: Pick<Order, 'contract' | 'slot'>,
  margin: Position['margin'],
  at: number,
): Position {
  const known = state.positions.get(positionKey(order.contract, order.slot))
  return known ?? freshPosition(order.contract, order.slot, margin, at)
}

function pay(state: AccountState, fill: Fill, fee: Fee, moment: Moment): Outcome {
  const { settle } = moment.contract
  const inSettle = fee.asset === settle
  const change = inSettle ? trim(sub(fill.realised, fee.amount)) : fill.realised
  const cause = { kind: 'trade', fill } as const
  const first = credit(state, { asset: settle, change, cause }, moment.number(), moment.at)
  if (inSettle) return first
  const burn = {
    asset: fee.asset,
    change: trim(sub('0' as Decimal, fee.amount)),
    cause: { kind: 'fee', fill } as const,
  }
  return followedBy(first, (next) => credit(next, burn, moment.number(), moment.at))
}

function orderAfter(
  order: Order,
  execution: Execution,
  value: Decimal,
  fee: Fee,
  held: Held,
  { contract, at }: Moment,
): Order {
  const filled = trim(add(order.filled, execution.quantity))
  const filledValue = trim(add(order.filledValue, value))
  const scale = Math.max(AMOUNT_SCALE, gridScale(contract.tick))
  const [top, bottom] = contract.form === 'linear' ? [filledValue, filled] : [filled, filledValue]
  return {
    ...order,
    filled,
    filledValue,
    averagePrice: trim(div(top, bottom, scale, 'half-even')),
    fee: trim(add(order.fee, fee.amount)),
    feeAsset: fee.asset,
    realised: trim(add(order.realised, held.realised)),
    status: compare(filled, order.quantity) >= 0 ? 'filled' : 'partly-filled',
    updatedAt: at,
  }
}

function fillOf(
  order: Order,
  execution: Execution,
  value: Decimal,
  fee: Fee,
  held: Held,
  moment: Moment,
  number: number,
): Fill {
  return {
    number,
    sequence: sequenceOf(number),
    order,
    contract: order.contract,
    slot: order.slot,
    side: order.side,
    ...execution,
    value,
    feeRate: fee.rate,
    fee: fee.amount,
    feeAsset: fee.asset,
    realised: held.realised,
    closed: held.closed,
    mark: moment.quote.mark,
    cause: order.origin === 'liquidation' ? 'liquidation' : 'trade',
    held: held.position.quantity,
    at: moment.at,
  }
}

function closedPart(fill: Fill, before: Position, held: Held, leverage: Decimal, moment: Moment): ClosedPart {
  const { contract } = moment
  return {
    number: moment.number(),
    fill,
    leverage,
    entryPrice: before.entryPrice,
    openFee: held.openFee,
    closeFee: held.closeFee,
    entryValue: valueOf(contract, held.closed, before.entryPrice),
    exitValue: trim(
      contract.form === 'linear' ? mul(held.closed, fill.price) : valueOf(contract, held.closed, fill.price),
    ),
    profit: trim(sub(sub(held.realised, held.openFee), held.closeFee)),
    createdAt: fill.order.createdAt,
  }
}
