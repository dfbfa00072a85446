import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EquityReading } from '../../engine/ports/store.ts'
import { compare, decimal, type Decimal } from '../../shared/decimal.ts'
import { openTestStore } from '../test/open-test-store.ts'
import { START, main, reading } from '../test/rows.ts'
import { createEquityBuckets } from './equity-buckets.ts'
import { openReader } from './database.ts'
import { bucketOf, grains, hours, minutes, oldestKept, seconds, type Bucket, type Grain } from './roll-up.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Readings over some hours, in any order, several in one second and with equal values among them. */
const readings = fc.array(
  fc
    .tuple(fc.oneof(fc.nat(3000), fc.nat(3 * HOUR)), fc.integer({ min: -500, max: 500 }))
    .map(([after, cents]) => reading(START + after, (10 + cents / 100).toFixed(2))),
  { minLength: 1, maxLength: 40 },
)

async function stored(all: readonly EquityReading[], batch: number) {
  const { store, file } = openTestStore()
  for (let from = 0; from < all.length; from += batch) {
    store.appendEquity(all.slice(from, from + batch))
    await store.flush()
  }
  await store.close()
  return file
}

function read(file: string): (grain: Grain) => readonly Bucket[] {
  const db = openReader(file)
  const buckets = createEquityBuckets(db, (_, run) => run())
  const found = new Map(
    grains.map((grain) => [grain, buckets.between({ account: main, currency: 'USDT' }, grain, 0, START * 2)]),
  )
  db.close()
  return (grain) => found.get(grain) ?? []
}

function extremes(all: readonly EquityReading[]): readonly [low: string, high: string] {
  const sorted = all.map(({ equity }) => equity as Decimal).sort(compare)
  return [sorted[0]!, sorted.at(-1)!]
}

test('no reading is lost in its bucket: every roll-up keeps its last value and both extremes', async () => {
  await fc.assert(
    fc.asyncProperty(readings, fc.integer({ min: 5, max: 50 }), async (all, batch) => {
      const bucketsAt = read(await stored(all, batch))
      for (const grain of grains) {
        const expected = Map.groupBy(all, ({ at }) => bucketOf(at, grain))
        const found = bucketsAt(grain)
        expect(found.map(({ bucket }) => bucket)).toEqual([...expected.keys()].sort((one, two) => one - two))
        for (const bucket of found) expectHolds(bucket, expected.get(bucket.bucket)!)
      }
    }),
    { numRuns: 30 },
  )
})

function expectHolds(bucket: Bucket, all: readonly EquityReading[]): void {
  const [low, high] = extremes(all)
  const latest = Math.max(...all.map(({ at }) => at))
  expect([bucket.low, bucket.high, bucket.at]).toEqual([low, high, latest])
  expect(bucket.equity).toBe(all.findLast(({ at }) => at === latest)!.equity)
  expect(all).toContainEqual(expect.objectContaining({ at: bucket.highAt, equity: high }))
  expect(all).toContainEqual(expect.objectContaining({ at: bucket.lowAt, equity: low }))
}

test('seconds are kept a day, minutes a month, hours for ever', async () => {
  const { store, file } = openTestStore()
  for (let hour = 0; hour <= 40 * 24; hour += 1) {
    store.appendEquity([reading(START + hour * HOUR, String(hour)), reading(START + hour * HOUR + 1500, `${hour}.5`)])
  }
  await store.close()
  const bucketsAt = read(file)
  const newest = START + 40 * DAY + 1500
  for (const grain of [seconds, minutes]) {
    const first = bucketsAt(grain)[0]!.bucket
    expect(first).toBeGreaterThanOrEqual(oldestKept(newest, grain) - HOUR)
    expect(first).toBeLessThanOrEqual(newest - grain.keep + HOUR)
  }
  expect(bucketsAt(hours)).toHaveLength(40 * 24 + 1)
  expect(bucketsAt(hours)[0]).toMatchObject({ equity: '0.5', low: '0', high: decimal('0.5') })
})

test('a past told newest first fills the roll-ups that keep it, and the hours with all of it', async () => {
  const { store, file } = openTestStore()
  const all = Array.from({ length: 40 * 24 + 1 }, (_, hour) => reading(START + hour * HOUR, String(hour)))
  store.appendEquity(all.toReversed())
  await store.close()
  const bucketsAt = read(file)
  const newest = START + 40 * DAY
  for (const grain of grains) {
    const kept = all.filter(({ at }) => bucketOf(at, grain) >= oldestKept(newest, grain))
    expect(bucketsAt(grain).map(({ at, equity }) => [at, equity])).toEqual(kept.map(({ at, equity }) => [at, equity]))
  }
})
