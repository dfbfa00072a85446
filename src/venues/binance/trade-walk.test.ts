import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { ledgerExchange, trade, type TradeRow } from './test/ledger-exchange.ts'
import { failureOf, payload, perform, queryOf, refusal, valueOf } from './test/perform.ts'
import { tradeWalk } from './trade-walk.ts'

const FROM = 1_795_000_000_000
const TO = FROM + 6 * 24 * 3_600_000

function walk(trades: readonly TradeRow[], asked: Read[] = []) {
  return valueOf(perform(tradeWalk('BTCUSDT', FROM, TO), ledgerExchange([], trades), asked))
}

const trades = (count: number, at: (index: number) => number): readonly TradeRow[] =>
  Array.from({ length: count }, (_, index) => trade(at(index), index + 1))

describe('walking the trades of one symbol', () => {
  it.each([0, 1, 999, 1000, 1001, 1999, 2000, 2998, 3500])('finds each of %i trades once', (count) => {
    expect(walk(trades(count, (index) => FROM + index))).toHaveLength(count)
  })

  it('does not mind how many trades share a millisecond', () => {
    expect(walk(trades(2500, () => FROM))).toHaveLength(2500)
  })

  it('turns pages by number alone and stops behind the stretch', () => {
    const asked: Read[] = []
    const found = walk(
      trades(4000, (index) => (index < 1500 ? FROM + index : TO + index)),
      asked,
    )
    expect(found).toHaveLength(1500)
    expect(asked.map((read) => queryOf(read)['fromId'])).toEqual([undefined, '1000'])
  })

  it('finds both rows of a trade of the account with itself across the edge of a page', () => {
    const pair = [trade(FROM, 1000), trade(FROM, 1000, { side: 'SELL', orderId: 7 })]
    const all = [...trades(999, () => FROM), ...pair, trade(FROM, 1001)]
    expect(walk(all)).toHaveLength(1002)
  })

  it('fails rather than turning in circles', () => {
    const page = trades(1000, () => FROM)
    const plan = perform(tradeWalk('BTCUSDT', FROM, TO), () => payload(page))
    expect(failureOf(plan).sentence.id).toBe('venue.unreadable')
  })

  it('fails as a whole whichever page fails', () => {
    const many = trades(2500, (index) => FROM + index)
    for (const failing of [1, 2, 3]) {
      const asked: Read[] = []
      const exchange = (read: Read) =>
        asked.length === failing ? refusal(read, 503, -1001) : ledgerExchange([], many)(read)
      expect(perform(tradeWalk('BTCUSDT', FROM, TO), exchange, asked).ok).toBe(false)
    }
  })

  it('finds every trade once, however they are spread', () => {
    const spread = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 900, maxLength: 2600 })
    const property = fc.property(spread, (offsets) => {
      const sorted = offsets.toSorted((a, b) => a - b)
      expect(walk(trades(sorted.length, (index) => FROM + (sorted[index] ?? 0)))).toHaveLength(sorted.length)
    })
    fc.assert(property, { numRuns: 15 })
  })
})
