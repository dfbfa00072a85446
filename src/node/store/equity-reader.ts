import type { EquityPoint } from '../../shared/account-rows.ts'
import type { AccountId, Time } from '../../shared/ids.ts'
import type { Curve, EquityBuckets } from './equity-buckets.ts'
import type { FactsTable } from './facts-table.ts'
import { findPeak, type Level } from './peak.ts'
import { bucketOf, grains, hours, minutes, oldestKept, seconds, type Grain, type Reading } from './roll-up.ts'
import { thin } from './thin.ts'
import { sumTransfers, type TransferSums } from './transfer-sum.ts'

const FOREVER = Number.MAX_SAFE_INTEGER

export interface EquityReader {
  readonly equity: (account: AccountId, from: Time, to: Time, points: number) => readonly EquityPoint[]
  readonly equityAt: (account: AccountId, at: Time) => EquityPoint | null
  readonly peak: (account: AccountId) => EquityPoint | null
  /** The account's transfers as running sums, and the currency they are counted in; null before the first reading. */
  readonly sums: (account: AccountId) => TransferSums | null
}

export function createEquityReader(buckets: EquityBuckets, facts: Pick<FactsTable, 'transfers'>): EquityReader {
  const sumsOf = ({ account, currency }: Curve) => sumTransfers(facts.transfers(account, 0, FOREVER), currency)

  function equity(account: AccountId, from: Time, to: Time, points: number): readonly EquityPoint[] {
    const curve = buckets.curve(account)
    if (curve === null) return []
    const grain = grainFor(buckets, curve, { from, to, points })
    const found = buckets.between(curve, grain, bucketOf(from, grain), to)
    const within = thin(found, points).filter(({ at }) => at >= from && at <= to)
    return withTransfers(within, sumsOf(curve))
  }

  function equityAt(account: AccountId, at: Time): EquityPoint | null {
    const curve = buckets.curve(account)
    if (curve === null) return null
    const found = grains.flatMap((grain) => buckets.lastUpTo(curve, grain, at) ?? [])
    const last = found.reduce<Reading | null>((best, one) => (best === null || one.at > best.at ? one : best), null)
    return last === null ? null : (withTransfers([last], sumsOf(curve))[0] ?? null)
  }

  function peak(account: AccountId): EquityPoint | null {
    const curve = buckets.curve(account)
    return curve === null ? null : findPeak(levels(buckets, curve), 0, FOREVER, sumsOf(curve))
  }

  function sums(account: AccountId): TransferSums | null {
    const curve = buckets.curve(account)
    return curve === null ? null : sumsOf(curve)
  }

  return { equity, equityAt, peak, sums }
}

function withTransfers(readings: readonly Reading[], sums: TransferSums): readonly EquityPoint[] {
  return readings.map(({ at, equity }) => ({ at, equity, transfers: sums.upTo(at) }))
}

interface Wish {
  readonly from: Time
  readonly to: Time
  readonly points: number
}

/** The coarsest roll-up that still has a bucket for every point, else the finest that covers the stretch. */
function grainFor(buckets: EquityBuckets, curve: Curve & { readonly newest: Time }, wish: Wish): Grain {
  const begin = Math.max(wish.from, buckets.oldest(curve, hours) ?? 0)
  const covering = grains.filter((grain) => begin >= oldestKept(curve.newest, grain))
  const ample = (grain: Grain) =>
    buckets.count(curve, grain, bucketOf(wish.from, grain), wish.to, wish.points) >= wish.points
  return covering.findLast(ample) ?? covering[0] ?? hours
}

function levels(buckets: EquityBuckets, curve: Curve): Level {
  const level = (grain: Grain, finer: Level | null): Level => ({
    width: grain.width,
    finer,
    between: (from, to) => buckets.between(curve, grain, from, to),
  })
  return level(hours, level(minutes, level(seconds, null)))
}
