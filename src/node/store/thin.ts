import { merge, readingsOf, type Bucket, type Reading } from './roll-up.ts'

/**
 * At most `points` readings that still draw the same curve: the stretch is cut into equal windows, and each gives its
 * highest, lowest and last reading. Buckets come in order of time; the newest reading is always the last point.
 */
export function thin(buckets: readonly Bucket[], points: number): readonly Reading[] {
  if (buckets.length <= points) {
    const all = buckets.flatMap(readingsOf)
    if (all.length <= points) return all
  }
  const windows = Math.floor(points / 3)
  return windows === 0 ? lastOf(buckets, points) : inWindows(buckets, windows).flatMap(readingsOf)
}

function lastOf(buckets: readonly Bucket[], points: number): readonly Reading[] {
  return buckets.slice(-points).map(({ at, equity }) => ({ at, equity }))
}

function inWindows(buckets: readonly Bucket[], count: number): readonly Bucket[] {
  const first = buckets[0]?.bucket ?? 0
  const span = (buckets.at(-1)?.bucket ?? 0) - first + 1
  const windows = new Map<number, Bucket>()
  for (const bucket of buckets) {
    const window = Math.floor(((bucket.bucket - first) * count) / span)
    const known = windows.get(window)
    windows.set(window, known === undefined ? bucket : merge(known, bucket))
  }
  return [...windows.values()]
}
