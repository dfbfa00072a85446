import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, decimal } from '../../shared/decimal.ts'
import { bucketOf, bucketWith, merge, seconds, type Bucket } from './roll-up.ts'
import { thin } from './thin.ts'

const curve = fc
  .uniqueArray(fc.tuple(fc.nat(400_000), fc.integer({ min: -99, max: 99 })), {
    minLength: 1,
    maxLength: 120,
    selector: ([at]) => at,
  })
  .map((readings): readonly Bucket[] => {
    const buckets = new Map<number, Bucket>()
    for (const [at, equity] of readings) {
      const bucket = bucketWith({ at, equity: decimal(String(equity)) }, seconds)
      const known = buckets.get(bucketOf(at, seconds))
      buckets.set(bucket.bucket, known === undefined ? bucket : merge(known, bucket))
    }
    return [...buckets.values()].sort((one, two) => one.bucket - two.bucket)
  })

test('a thinned curve keeps to its points, runs forward in time and keeps its ends and extremes', () => {
  fc.assert(
    fc.property(curve, fc.integer({ min: 4, max: 150 }), (buckets, points) => {
      const thinned = thin(buckets, points)
      expect(thinned.length).toBeLessThanOrEqual(points)
      thinned.slice(1).forEach(({ at }, index) => expect(at).toBeGreaterThan(thinned[index]!.at))
      const sorted = thinned.map(({ equity }) => equity).sort(compare)
      expect(sorted[0]).toBe(buckets.map(({ low }) => low).sort(compare)[0])
      expect(sorted.at(-1)).toBe(
        buckets
          .map(({ high }) => high)
          .sort(compare)
          .at(-1),
      )
      expect(thinned.at(-1)).toEqual({ at: buckets.at(-1)!.at, equity: buckets.at(-1)!.equity })
      expect(thinned[0]!.at).toBeLessThanOrEqual(Math.min(buckets[0]!.at, buckets[0]!.highAt))
    }),
    { numRuns: 500 },
  )
})
