import { merge, readingsOf, type Bucket, type Reading } from './roll-up.ts'

/**
 * At most `points` readings that still draw the same curve: the stretch is cut into equal windows, and each gives its
 * highest, lowest and last reading. Buckets come in order of time; the first reading and the newest are always there.
 */
export function thin(buckets: readonly Bucket[], points: number): readonly Reading[] {
  if (buckets.length <= points) {
    const all = buckets.flatMap(readingsOf)
    if (all.length <= points) return all
  }
  const windows = Math.floor((points - 1) / 3)
  if (windows === 0) return lastOf(buckets, points)
  return withFirst(buckets, inWindows(buckets, windows).flatMap(readingsOf))
}

function withFirst(buckets: readonly Bucket[], readings: readonly Reading[]): readonly Reading[] {
  const first = buckets.slice(0, 1).flatMap(readingsOf)[0]
  return first === undefined || first.at === readings[0]?.at ? readings : [first, ...readings]
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
