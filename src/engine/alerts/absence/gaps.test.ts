import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountId } from '../../../shared/ids.ts'
import { accountRow, MAIN, START, streamRow } from '../test/rows.ts'
import { GAP_MS, gapsShifted, lastingGaps, lookedFor, withoutTold, type Gaps } from './gaps.ts'
import { unseenAccounts } from './sight.ts'

const OTHER = accountId('other')
const BOTH = [MAIN, OTHER]
const NONE: Gaps = new Map()

const missing = (at: number, heardAt: number | null = null, before = NONE): Gaps =>
  lookedFor(before, new Map([[MAIN, heardAt]]), BOTH, at)
const seen = (before: Gaps, at: number): Gaps => lookedFor(before, new Map(), BOTH, at)

describe('an account', () => {
  it.each([
    ['seen', [streamRow(), streamRow({ stream: 'chart', required: false, state: 'down' })], []],
    ['unseen', [streamRow({ state: 'stale', heardAt: 7 }), streamRow({ stream: 'b', heardAt: 9 })], [[MAIN, 9]]],
    ['unseen', [streamRow({ stream: 'prices', account: null })], [[MAIN, null]]],
  ] as const)('is %s', (_, streams, unseen) => {
    expect([...unseenAccounts([accountRow()], streams)]).toEqual(unseen)
  })
})

describe('a gap', () => {
  it('counts from what was last heard, and is over when the account is seen', () => {
    const gap = missing(START + GAP_MS + 1, null, missing(START, START - 5))
    expect(gap.get(MAIN)).toEqual({ since: START - 5, blindAt: START + GAP_MS + 1, back: null })
    expect(seen(seen(gap, START + GAP_MS + 2), START + GAP_MS + 9).get(MAIN)?.back).toBe(START + GAP_MS + 2)
  })

  it('goes on where the account is lost again before it was told', () => {
    const back = seen(missing(START), START + 2 * GAP_MS)
    expect(missing(START + 2 * GAP_MS + 1, START + 2 * GAP_MS, back).get(MAIN)).toMatchObject({
      since: START,
      back: null,
    })
  })

  it('is none when it was short, or its account was removed', () => {
    expect(seen(missing(START), START + GAP_MS)).toEqual(NONE)
    expect(lookedFor(missing(START), new Map(), [OTHER], START + 2 * GAP_MS)).toEqual(NONE)
  })

  it('outlives the run once it is worth telling of, and moves with a clock that is set', () => {
    const long = missing(START + GAP_MS + 1, null, missing(START))
    expect(lastingGaps(missing(START + GAP_MS, null, missing(START)))).toEqual([])
    expect(lastingGaps(long)).toEqual([{ account: MAIN, since: START }])
    expect(lastingGaps(gapsShifted(long, -50))).toEqual([{ account: MAIN, since: START - 50 }])
  })

  it('of which a report of all accounts told is told no more, but for what lies before it', () => {
    const from = START + 3 * GAP_MS
    const back = seen(missing(START), from + 9)
    expect(withoutTold(back, { from }).get(MAIN)).toMatchObject({ since: START, back: from })
    expect(withoutTold(back, { from: START + GAP_MS })).toEqual(NONE)
    expect(withoutTold(missing(from + 5), { from }).get(MAIN)).toMatchObject({ since: from, back: null })
  })

  it('leaves no moment of an account untold that was longer unseen, and tells none twice', () => {
    const step = fc.record({ ms: fc.integer({ min: 1_000, max: 3 * GAP_MS }), live: fc.boolean(), all: fc.boolean() })
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => expectCovered(steps)))
  })
})

interface Walk {
  readonly ms: number
  readonly live: boolean
  /** A report of all accounts is made at the end of it, from its beginning. */
  readonly all: boolean
}

/** Walks through time, tells every gap that is over, and holds it against the stretches that were really unseen. */
function expectCovered(steps: readonly Walk[]): void {
  const walk = { at: START, gaps: NONE, told: [] as [number, number][], unseen: [] as [number, number][] }
  for (const { ms, live, all } of [...steps, { ms: 1_000, live: true, all: false }]) {
    const [from, to] = [walk.at, walk.at + ms]
    const look = live ? new Map() : new Map([[MAIN, null]])
    for (const at of [from, to]) walk.gaps = lookedFor(walk.gaps, look, [MAIN], at)
    if (!live) walk.unseen.push([from, to])
    if (live && all) {
      walk.gaps = withoutTold(walk.gaps, { from })
      walk.told.push([from, to])
    }
    const gap = walk.gaps.get(MAIN)
    if (gap?.back !== undefined && gap.back !== null) {
      walk.told.push([gap.since, gap.back])
      walk.gaps = NONE
    }
    walk.at = to
  }
  const told = [...walk.told].sort(([a], [b]) => a - b)
  told.forEach(([from], index) => expect(from).toBeGreaterThanOrEqual(told[index - 1]?.[1] ?? 0))
  for (const [from, to] of walk.unseen)
    if (to - from > GAP_MS) expect(told.some(([since, back]) => since <= from && back >= to)).toBe(true)
}
