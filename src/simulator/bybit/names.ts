import { hashPair, hashText } from '../chance.ts'
import type { Account } from '../ledger/account.ts'
import type { Order, OrderStatus, Side, Slot } from '../ledger/order.ts'
import type { Interval } from '../market/candle.ts'
import type { Contract } from '../market/contract.ts'

/** The exchange's words for the core's. */
export type Category = 'linear' | 'inverse'

export function categoryOf(contract: Contract): Category {
  return contract.form
}

export function symbolOf(contract: Contract): string {
  return contract.symbols.bybit ?? contract.id
}

export const sides: Readonly<Record<Side, 'Buy' | 'Sell'>> = { buy: 'Buy', sell: 'Sell' }

export const slots: Readonly<Record<Slot, 0 | 1 | 2>> = { 'one-way': 0, long: 1, short: 2 }

export const statuses: Readonly<Record<OrderStatus, string>> = {
  new: 'New',
  'partly-filled': 'PartiallyFilled',
  filled: 'Filled',
  cancelled: 'Cancelled',
  rejected: 'Rejected',
  untriggered: 'Untriggered',
  triggered: 'Triggered',
  deactivated: 'Deactivated',
}

export const timesInForce: Readonly<Record<Order['timeInForce'], string>> = {
  GTC: 'GTC',
  IOC: 'IOC',
  FOK: 'FOK',
  'post-only': 'PostOnly',
}

const intervals: Readonly<Record<string, Interval>> = {
  '1': '1m',
  '3': '3m',
  '5': '5m',
  '15': '15m',
  '30': '30m',
  '60': '1h',
  '120': '2h',
  '240': '4h',
  '360': '6h',
  '720': '12h',
  D: '1d',
  W: '1w',
  M: '1M',
}

export function intervalNamed(name: string): Interval | null {
  return intervals[name] ?? null
}

/** A UUID that is always the same for one number of one account. */
export function uuidOf(kind: 'order' | 'execution' | 'trade', account: Pick<Account, 'id'>, number: number): string {
  const place = hashText(`${kind} ${account.id} ${number}`)
  const hex = [0, 1, 2, 3].map((part) => (hashPair(place, part) >>> 0).toString(16).padStart(8, '0')).join('')
  const cuts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)]
  return cuts.join('-')
}
