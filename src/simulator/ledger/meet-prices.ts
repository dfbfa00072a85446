import { compare, isZero, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Quote } from '../market/quote.ts'
import type { Execution } from './apply-fill.ts'
import type { Book } from './book.ts'
import { liquidateUnsafe } from './liquidation.ts'
import { fillable } from './new-order.ts'
import type { Order, Trigger } from './order.ts'
import { cancel, fillNow, marketPrice, momentOf, type Desk } from './trading.ts'

/** Fills what the prices of this moment cross, triggers what they touch, liquidates who cannot pay. */
export function meetPrices(desk: Desk, book: Book, at: Time): void {
  for (const order of book.account.state().orders.values()) meetOrder(desk, book, order, at)
  liquidateUnsafe(desk, book, at)
}

function meetOrder(desk: Desk, book: Book, order: Order, at: Time): void {
  const moment = momentOf(desk, book, order.contract, at)
  const price = meetingPrice(order, moment.quote)
  if (price === null) return
  const quantity = fillable(book.account.state(), order)
  if (isZero(quantity)) cancel(desk, book, order.number, at)
  else fillNow(desk, book, order, { price, quantity, liquidity: liquidityOf(order) }, moment)
}

function liquidityOf(order: Order): Execution['liquidity'] {
  return order.trigger === null ? 'maker' : 'taker'
}

/** At what price an open order is filled now, or null. A triggered limit order is filled at its limit. */
function meetingPrice(order: Order, quote: Quote): Decimal | null {
  if (order.trigger !== null) return touched(order.trigger, quote) ? (order.price ?? marketPrice(order, quote)) : null
  if (order.price === null) return null
  const crossed = compare(order.price, marketPrice(order, quote)) * (order.side === 'buy' ? 1 : -1) >= 0
  return crossed ? order.price : null
}

function touched(trigger: Trigger, quote: Quote): boolean {
  const beyond = compare(quote[trigger.by], trigger.price)
  return trigger.when === 'rises' ? beyond >= 0 : beyond <= 0
}
