import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'

export type Side = 'buy' | 'sell'
/** Which position an order or fill belongs to: the only one, or one of the two of hedge mode. */
export type Slot = 'one-way' | 'long' | 'short'

/** When a conditional order comes alive. */
export interface Trigger {
  readonly price: Decimal
  readonly by: 'last' | 'mark' | 'index'
  readonly when: 'rises' | 'falls'
  readonly purpose: 'entry' | 'take-profit' | 'stop-loss'
}

export type OrderStatus =
  'new' | 'partly-filled' | 'filled' | 'cancelled' | 'rejected' | 'untriggered' | 'triggered' | 'deactivated'

export interface Order {
  /** Unique in its account; each face makes its own id of it. */
  readonly number: number
  readonly clientId: string
  readonly contract: string
  readonly slot: Slot
  readonly side: Side
  readonly kind: 'limit' | 'market'
  /** Null for market orders. */
  readonly price: Decimal | null
  readonly quantity: Decimal
  readonly filled: Decimal
  /** Σ price × quantity filled (linear) or Σ quantity ÷ price (inverse). */
  readonly filledValue: Decimal
  /** "0" while nothing is filled. */
  readonly averagePrice: Decimal
  readonly fee: Decimal
  readonly feeAsset: string
  /** Profit the order realised by closing, before fees. */
  readonly realised: Decimal
  readonly trigger: Trigger | null
  readonly timeInForce: 'GTC' | 'IOC' | 'FOK' | 'post-only'
  readonly reduceOnly: boolean
  /** Closes whatever the position holds when it is triggered. */
  readonly closePosition: boolean
  readonly status: OrderStatus
  readonly origin: 'user' | 'liquidation'
  /** The last price when the order was made. */
  readonly lastPrice: Decimal
  readonly createdAt: Time
  readonly updatedAt: Time
}

/** What a user asks for; the ledger completes it. */
export interface OrderWish {
  readonly contract: string
  readonly slot: Slot
  readonly side: Side
  readonly quantity: Decimal
  readonly price: Decimal | null
  readonly trigger: Trigger | null
  readonly timeInForce: Order['timeInForce']
  readonly reduceOnly: boolean
  readonly closePosition: boolean
  readonly clientId: string
}

export function isOpen(order: Order): boolean {
  return order.status === 'new' || order.status === 'partly-filled' || order.status === 'untriggered'
}
