import type { World } from '../../face.ts'
import type { Interval } from '../../market/candle.ts'
import type { Contract } from '../../market/contract.ts'
import { categoryOf, intervalNamed, type Category } from '../names.ts'

/** What a public topic's name asks for. */
export type Topic =
  | { readonly kind: 'tickers'; readonly name: string; readonly contract: Contract }
  | {
      readonly kind: 'kline'
      readonly name: string
      readonly contract: Contract
      readonly interval: Interval
      readonly code: string
    }
  | { readonly kind: 'trades'; readonly name: string; readonly contract: Contract }
  | { readonly kind: 'book'; readonly name: string; readonly contract: Contract; readonly depth: number }

const DEPTHS = [1, 50, 200, 1000]

/** Null: no handler for it. Symbols are upper case, and belong to the category of the socket. */
export function topicNamed(world: World, category: Category, name: string): Topic | null {
  const [kind, ...rest] = name.split('.')
  const contract = world.market.find('bybit', rest.at(-1) ?? '')
  if (contract === null || categoryOf(contract) !== category) return null
  if (kind === 'tickers' && rest.length === 1) return { kind: 'tickers', name, contract }
  if (kind === 'publicTrade' && rest.length === 1) return { kind: 'trades', name, contract }
  if (rest.length !== 2) return null
  const interval = kind === 'kline' ? intervalNamed(rest[0] ?? '') : null
  if (interval !== null) return { kind: 'kline', name, contract, interval, code: rest[0] ?? '' }
  const depth = Number(rest[0])
  return kind === 'orderbook' && DEPTHS.includes(depth) ? { kind: 'book', name, contract, depth } : null
}
