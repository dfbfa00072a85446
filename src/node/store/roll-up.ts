import type { Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { compareQuickly } from './compare-quickly.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** One roll-up: how wide its buckets are and how long they are kept. */
export interface Grain {
  readonly width: number
  readonly keep: number
}

export const seconds: Grain = { width: SECOND, keep: DAY }
export const minutes: Grain = { width: MINUTE, keep: 31 * DAY }
export const hours: Grain = { width: HOUR, keep: Infinity }

/** Finest first. */
export const grains: readonly Grain[] = [seconds, minutes, hours]

/** What one bucket remembers of the readings that fell into it: the last, and both extremes with their moments. */
export interface Bucket {
  readonly bucket: Time
  readonly at: Time
  readonly equity: Decimal
  readonly highAt: Time
  readonly high: Decimal
  readonly lowAt: Time
  readonly low: Decimal
}

/** One reading, as a bucket or a chart holds it. */
export interface Reading {
  readonly at: Time
  readonly equity: Decimal
}

export function bucketOf(at: Time, grain: Grain): Time {
  return Math.floor(at / grain.width) * grain.width
}

/** The first bucket still kept once a reading at `newest` is stored. */
export function oldestKept(newest: Time, grain: Grain): Time {
  return grain.keep === Infinity ? 0 : bucketOf(newest - grain.keep, grain)
}

/** A bucket that has seen one reading. */
export function bucketWith({ at, equity }: Reading, grain: Grain): Bucket {
  return { bucket: bucketOf(at, grain), at, equity, highAt: at, high: equity, lowAt: at, low: equity }
}

/** What the statement in `equity-table.ts` does, said once in plain code for tests and readers. */
export function merge(known: Bucket, more: Bucket): Bucket {
  const last = more.at >= known.at ? more : known
  const high = compareQuickly(more.high, known.high) > 0 ? more : known
  const low = compareQuickly(more.low, known.low) < 0 ? more : known
  return {
    bucket: known.bucket,
    at: last.at,
    equity: last.equity,
    highAt: high.highAt,
    high: high.high,
    lowAt: low.lowAt,
    low: low.low,
  }
}

/** The bucket's distinct readings in the order they were made. */
export function readingsOf(bucket: Bucket): readonly Reading[] {
  const all = [
    { at: bucket.highAt, equity: bucket.high },
    { at: bucket.lowAt, equity: bucket.low },
    { at: bucket.at, equity: bucket.equity },
  ]
  return all
    .filter(({ at }, index) => all.findIndex((other) => other.at === at) === index)
    .sort((one, other) => one.at - other.at)
}
