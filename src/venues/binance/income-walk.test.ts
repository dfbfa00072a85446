import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Read } from '../../engine/ports/plan.ts'
import { incomeWalk } from './income-walk.ts'
import { income, ledgerExchange, type IncomeRow } from './test/ledger-exchange.ts'
import { failureOf, perform, queryOf, refusal, valueOf } from './test/perform.ts'

const FROM = 1_795_000_000_000
const TO = FROM + 1_000_000

function walk(rows: readonly IncomeRow[], asked: Read[] = []) {
  return valueOf(perform(incomeWalk(FROM, TO), ledgerExchange(rows, []), asked))
}

const rows = (count: number, at: (index: number) => number): readonly IncomeRow[] =>
  Array.from({ length: count }, (_, index) => income(at(index), index))

describe('walking income by time', () => {
  it.each([0, 1, 999, 1000, 1001, 1999, 2000, 2001, 3000])('finds each of %i rows once', (count) => {
    expect(walk(rows(count, (index) => FROM + index * 300))).toHaveLength(count)
  })

  it('includes both ends of the stretch and nothing beyond', () => {
    const found = walk([income(FROM - 1, 1), income(FROM, 2), income(TO, 3), income(TO + 1, 4)])
    expect(found.map(({ tranId }) => tranId)).toEqual(['2', '3'])
  })

  it('loses nothing when a page ends inside one millisecond', () => {
    const found = walk(
      [...rows(995, () => FROM), ...rows(1500, (index) => FROM + 5 + Math.floor(index / 30))].map(unique),
    )
    expect(found).toHaveLength(2495)
  })

  it('reads a millisecond with more rows than a page type by type', () => {
    const crowd = rows(1800, () => FROM + 7).map((row, index) => ({
      ...row,
      incomeType: index % 2 === 0 ? 'FUNDING_FEE' : 'BRAND_NEW_TYPE',
    }))
    const asked: Read[] = []
    const found = walk([income(FROM, -1), ...crowd, income(TO, -2)], asked)
    expect(found).toHaveLength(1802)
    expect(asked.some((read) => queryOf(read)['incomeType'] === 'BRAND_NEW_TYPE')).toBe(true)
  })

  it('fails rather than losing rows of a millisecond that cannot be told apart', () => {
    const crowd = rows(1001, () => FROM + 7)
    expect(failureOf(perform(incomeWalk(FROM, TO), ledgerExchange(crowd, []))).sentence.id).toBe('venue.unreadable')
  })

  it('never asks for a page number, which the exchange refuses since October 2026', () => {
    const asked: Read[] = []
    walk(
      rows(2500, (index) => FROM + index),
      asked,
    )
    expect(asked.flatMap(({ query }) => query.map(([name]) => name))).not.toContain('page')
  })

  it('keeps rows of one transaction id apart by type, asset and symbol', () => {
    const twins = [
      income(FROM, 1, { incomeType: 'AUTO_EXCHANGE', asset: 'BNB' }),
      income(FROM, 1, { incomeType: 'AUTO_EXCHANGE', asset: 'USDT' }),
      income(FROM, 1, { incomeType: 'TRANSFER' }),
      income(FROM, 1, { incomeType: 'FUNDING_FEE', symbol: 'BTCUSDT' }),
    ]
    expect(walk(twins)).toHaveLength(4)
  })

  it('fails as a whole whichever page fails', () => {
    const many = rows(2500, (index) => FROM + index)
    for (const failing of [1, 2, 3]) {
      const asked: Read[] = []
      const exchange = (read: Read) =>
        asked.length === failing ? refusal(read, 503, -1001) : ledgerExchange(many, [])(read)
      expect(failureOf(perform(incomeWalk(FROM, TO), exchange, asked)).sentence.id).toBe('venue.maintenance')
    }
  })

  it('finds every row once, however they are spread', () => {
    const spread = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 900, maxLength: 3000 })
    const property = fc.property(spread, fc.integer({ min: 1, max: 500 }), (offsets, step) => {
      const all = offsets.map((offset, index) =>
        income(FROM + offset * step, index, { incomeType: `TYPE_${index % 5}` }),
      )
      expect(new Set(walk(all).map(({ tranId }) => tranId)).size).toBe(all.length)
    })
    fc.assert(property, { numRuns: 25 })
  })
})

function unique(row: IncomeRow, index: number): IncomeRow {
  return { ...row, tranId: index }
}
