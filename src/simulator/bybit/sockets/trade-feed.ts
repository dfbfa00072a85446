import { compare, trim } from '../../../shared/decimal.ts'
import type { World } from '../../face.ts'
import type { Contract } from '../../market/contract.ts'
import { symbolOf, uuidOf } from '../names.ts'
import type { Feed } from './feed.ts'

/** `publicTrade.{symbol}`: one print whenever the last price moved. */
export function createTradeFeed(world: World, name: string, contract: Contract, sequence: () => number): Feed {
  let last = world.market.quote(contract, world.now()).last
  return {
    everyMs: 200,
    snapshot: () => [],
    beat: () => {
      const now = world.now()
      const quote = world.market.quote(contract, now)
      const moved = compare(quote.last, last)
      last = quote.last
      if (moved === 0) return []
      const seq = sequence()
      const print = {
        T: now,
        s: symbolOf(contract),
        S: moved > 0 ? 'Buy' : 'Sell',
        v: trim(moved > 0 ? quote.askSize : quote.bidSize),
        p: quote.last,
        L: moved > 0 ? 'PlusTick' : 'MinusTick',
        i: uuidOf('trade', { id: name }, seq),
        BT: false,
        RPI: false,
        seq,
      }
      return [JSON.stringify({ topic: name, type: 'snapshot', ts: now, data: [print] })]
    },
  }
}
