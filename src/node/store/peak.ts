import type { EquityPoint } from '../../shared/account-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { compareQuickly } from './compare-quickly.ts'
import { readingsOf, type Bucket, type Reading } from './roll-up.ts'
import { earned, type TransferSums } from './transfer-sum.ts'

/** A roll-up level as the search sees it: its buckets' width, and the next finer one's buckets in a stretch. */
export interface Level {
  readonly width: number
  /** Null below the finest level. */
  readonly finer: Level | null
  between(from: Time, to: Time): Iterable<Bucket>
}

/**
 * The reading with the highest equity once transfers are taken away. A bucket without a transfer near it peaks where
 * it is highest; one with a transfer is looked at more finely, as far as finer buckets are still kept.
 */
export function findPeak(level: Level, from: Time, to: Time, sums: TransferSums): EquityPoint | null {
  let peak: EquityPoint | null = null
  for (const bucket of level.between(from, to)) peak = higher(peak, peakIn(bucket, level, sums))
  return peak
}

export function higher(one: EquityPoint | null, other: EquityPoint | null): EquityPoint | null {
  if (one === null || other === null) return one ?? other
  return compareQuickly(earned(other.equity, other.transfers), earned(one.equity, one.transfers)) > 0 ? other : one
}

/** Null when the reading is too near to a transfer to be trusted with a peak. */
export function candidate({ at, equity }: Reading, sums: TransferSums): EquityPoint | null {
  return sums.quiet(at, at) ? { at, equity, transfers: sums.upTo(at) } : null
}

function peakIn(bucket: Bucket, level: Level, sums: TransferSums): EquityPoint | null {
  const end = bucket.bucket + level.width - 1
  if (sums.quiet(bucket.bucket, end)) return candidate({ at: bucket.highAt, equity: bucket.high }, sums)
  const finer = level.finer === null ? null : findPeak(level.finer, bucket.bucket, end, sums)
  return finer ?? highestOf(bucket, sums)
}

function highestOf(bucket: Bucket, sums: TransferSums): EquityPoint | null {
  return readingsOf(bucket)
    .map((reading) => candidate(reading, sums))
    .reduce(higher, null)
}
