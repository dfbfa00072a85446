import type { World } from '../../face.ts'
import { fraction, hashPair, hashText } from '../../chance.ts'
import { nearestStep, onGrid } from '../../market/grid.ts'
import type { Contract } from '../../market/contract.ts'
import { approximate } from '../../../shared/decimal.ts'
import { symbolOf } from '../names.ts'
import type { Feed } from './feed.ts'
import type { Topic } from './topics.ts'

type Level = readonly [price: string, size: string]

interface Book {
  readonly bids: readonly Level[]
  readonly asks: readonly Level[]
}

/** `orderbook.{depth}.{symbol}`: a snapshot, then levels that changed, size "0" for those that went. */
export function createBookFeed(world: World, topic: Extract<Topic, { kind: 'book' }>, sequence: () => number): Feed {
  const depth = Math.min(topic.depth, 50)
  const look = (): Book => bookOf(world, topic.contract, depth)
  let known = look()
  let update = 18_521_288
  const frame = (type: 'snapshot' | 'delta', { bids, asks }: Book): string => {
    const now = world.now()
    const data = { s: symbolOf(topic.contract), b: bids, a: asks, u: update, seq: sequence() }
    return JSON.stringify({ topic: topic.name, type, ts: now, data, cts: now - 3 })
  }
  return {
    everyMs: 200,
    snapshot: () => [frame('snapshot', known)],
    beat: () => {
      const next = look()
      const delta = { bids: changes(known.bids, next.bids), asks: changes(known.asks, next.asks) }
      known = next
      if (delta.bids.length + delta.asks.length === 0) return []
      update += 1
      return [topic.depth === 1 ? frame('snapshot', next) : frame('delta', delta)]
    },
  }
}

function bookOf(world: World, contract: Contract, depth: number): Book {
  const now = world.now()
  const quote = world.market.quote(contract, now)
  const side = (best: string, size: string, away: 1 | -1): readonly Level[] => {
    const start = nearestStep(Number(best), contract.tick)
    return Array.from({ length: depth }, (_, index): Level => {
      const price = onGrid(start + away * index, contract.tick)
      return [price, index === 0 ? size : sizeAt(contract, price, now, approximate(quote.bidSize))]
    })
  }
  return { bids: side(quote.bid, quote.bidSize, -1), asks: side(quote.ask, quote.askSize, 1) }
}

function sizeAt(contract: Contract, price: string, now: number, typical: number): string {
  const luck = fraction(hashPair(hashText(contract.id + price), Math.floor(now / 3000)))
  return onGrid(1 + Math.floor((luck * 2 * typical) / Number(contract.step)), contract.step)
}

function changes(before: readonly Level[], after: readonly Level[]): readonly Level[] {
  const known = new Map(before)
  const still = new Set(after.map(([price]) => price))
  const gone = before.filter(([price]) => !still.has(price)).map(([price]): Level => [price, '0'])
  return [...gone, ...after.filter(([price, size]) => known.get(price) !== size)]
}
