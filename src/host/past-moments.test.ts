import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastMoments } from './past-moments.ts'

const DAY = 86_400_000

describe('the moments of the past', () => {
  it('rise for a year and end now, at most an hour apart, the last hour at most ten seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (now) => {
        const moments = pastMoments(now)
        expect(moments.at(-1)).toBe(now)
        expect(now - moments[0]!).toBeGreaterThan(365 * DAY)
        const gaps = moments.slice(1).map((at, index) => ({ gap: at - moments[index]!, before: now - at }))
        const wrong = ({ gap, before }: (typeof gaps)[number]) =>
          gap <= 0 || gap > (before < 3_590_000 ? 10_000 : 3_600_000)
        expect(gaps.filter(wrong)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
