import { isZero } from '../../shared/decimal.ts'
import type { Order } from '../ledger/order.ts'

/** A conditional order is in the book only once it was triggered, which here means at least partly filled. */
export function isInBook(order: Order): boolean {
  return order.trigger === null || !isZero(order.filled)
}

/** An order in the book that the exchange ends by itself expires, whatever the reason. */
export function bookStatus({ status, filled }: Order): string {
  switch (status) {
    case 'filled':
      return 'FILLED'
    case 'cancelled':
      return 'CANCELED'
    case 'rejected':
    case 'deactivated':
      return 'EXPIRED'
    case 'untriggered':
    case 'triggered':
    case 'new':
    case 'partly-filled':
      return isZero(filled) ? 'NEW' : 'PARTIALLY_FILLED'
  }
}

export function algoStatus({ status }: Order): string {
  switch (status) {
    case 'untriggered':
      return 'NEW'
    case 'triggered':
    case 'new':
    case 'partly-filled':
      return 'TRIGGERED'
    case 'filled':
      return 'FINISHED'
    case 'rejected':
      return 'REJECTED'
    case 'deactivated':
      return 'EXPIRED'
    case 'cancelled':
      return 'CANCELED'
  }
}
