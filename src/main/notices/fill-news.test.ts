import { describe, expect, it } from 'vitest'
import type { FillRow } from '../../shared/account-rows.ts'
import { accountRow, fillRow, fillsOf, hedge, NOW } from '../test/samples.ts'
import { beginFills, FRESH_MS, GATHER_MS, lookAtFills, type FillMemory, type FillNews } from './fill-news.ts'

const accounts = [accountRow()]
const HOUR = 3_600_000

function numbered(count: number, at: number): readonly FillRow[] {
  return Array.from({ length: count }, (_, index) => fillRow({ fill: `${at}/${index}`, at: at + index }))
}

/** Looks one after another, each with the rows the table then holds. */
function lookedAt(begin: FillMemory, ...looks: readonly (readonly [number, readonly FillRow[]])[]) {
  const told: FillNews[] = []
  let memory = begin
  for (const [now, rows] of looks) {
    const look = lookAtFills(memory, fillsOf(...rows), accounts, now)
    memory = look.memory
    told.push(...look.news)
  }
  return { told, memory }
}

const ids = (news: readonly FillNews[]): unknown => news.map(({ kind, fills }) => [kind, fills.map(({ fill }) => fill)])
const fresh = beginFills(new Map(), NOW)

describe('what is news', () => {
  it('is a fill that happens while it is looked, and happens once', () => {
    const fill = fillRow()
    const { told } = lookedAt(fresh, [NOW + 1500, [fill]], [NOW + 2500, [fill]])
    expect(ids(told)).toEqual([['happened', ['f1']]])
  })

  it('is not what the tables held at the start', () => {
    const fill = fillRow({ at: NOW + 500 })
    expect(lookedAt(beginFills(fillsOf(fill), NOW), [NOW + 1000, [fill]]).told).toEqual([])
  })

  it('is not the past that is read after the start', () => {
    const { told } = lookedAt(fresh, [NOW + 5000, [fillRow({ at: NOW - 1000 })]], [NOW + HOUR, []])
    expect(told).toEqual([])
  })

  it('is not the past of an account that is added, or of one that is not here', () => {
    const added = [accountRow({ addedAt: NOW + 60_000 })]
    const rows = fillsOf(fillRow({ at: NOW + 30_000 }), fillRow({ account: hedge, fill: 'f2', at: NOW + 61_000 }))
    expect(lookAtFills(fresh, rows, added, NOW + 62_000).news).toEqual([])
  })

  it('is not a row that only became more complete', () => {
    const { told } = lookedAt(fresh, [NOW + 1500, [fillRow({ fee: null })]], [NOW + 2500, [fillRow()]])
    expect(told).toHaveLength(1)
  })
})

describe('what was missed', () => {
  it('is told at once while it is a few minutes old', () => {
    const { told } = lookedAt(fresh, [NOW + FRESH_MS, numbered(2, NOW + 100)])
    expect(told.map(({ kind, fills }) => [kind, fills.length])).toEqual([['happened', 2]])
  })

  it('is one digest when it is older, however many pages its report has', () => {
    const [first, second] = [numbered(4, NOW + 1000), numbered(3, NOW + 60_000)]
    const wake = NOW + HOUR
    const { told } = lookedAt(
      fresh,
      [wake, first],
      [wake + GATHER_MS - 1, [...first, ...second]],
      [wake + GATHER_MS + 1, [...first, ...second]],
      [wake + 2 * GATHER_MS, [...first, ...second]],
      [wake + HOUR, [...first, ...second]],
    )
    expect(told.map(({ kind, fills }) => [kind, fills.length])).toEqual([['caught-up', 7]])
  })

  it('is in order of its happening', () => {
    const rows = [...numbered(3, NOW + 1000)].reverse()
    const { told } = lookedAt(fresh, [NOW + HOUR, rows], [NOW + HOUR + GATHER_MS, rows])
    expect(told[0]?.fills).toEqual([...rows].reverse())
  })
})

describe('memory', () => {
  it('stays small, and what it forgot never comes back as news', () => {
    const old = fillRow({ fill: 'old', at: NOW + 1 })
    const looks = Array.from({ length: 30 }, (_, page) => {
      const at = NOW + 1000 * (page + 1)
      return [at + 500, numbered(200, at)] as const
    })
    const { memory } = lookedAt(fresh, [NOW + 10, [old]], ...looks)
    expect(memory.seen.size).toBeLessThanOrEqual(1000)
    expect(memory.seen.has('main old')).toBe(false)
    expect(lookedAt(memory, [NOW + 40_000, [old]], [NOW + HOUR, [old]]).told).toEqual([])
  })

  it('goes on when the clock is set back', () => {
    const { told } = lookedAt(fresh, [NOW - HOUR, []], [NOW - HOUR + 2000, [fillRow({ at: NOW - HOUR + 1000 })]])
    expect(ids(told)).toEqual([['happened', ['f1']]])
  })
})
