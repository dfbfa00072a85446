import type { EquityReading } from '../../engine/ports/store.ts'
import type { AccountId, Time } from '../../shared/ids.ts'
import type { Db } from './database.ts'
import { bucketOf, grains, hours, oldestKept } from './roll-up.ts'

type Values = Readonly<Record<'account' | 'currency' | 'equity', string> & Record<'grain' | 'bucket' | 'at', number>>

/** On the right of each SET stand the values before the update, so one statement merges a reading into its bucket. */
const MERGE = `
  INSERT INTO equity VALUES (@account, @currency, @grain, @bucket, @at, @equity, @at, @equity, @at, @equity)
  ON CONFLICT DO UPDATE SET
    equity = CASE WHEN excluded.at >= at THEN excluded.equity ELSE equity END,
    at = max(at, excluded.at),
    highAt = CASE WHEN decimal_compare(excluded.high, high) > 0 THEN excluded.highAt ELSE highAt END,
    high = CASE WHEN decimal_compare(excluded.high, high) > 0 THEN excluded.high ELSE high END,
    lowAt = CASE WHEN decimal_compare(excluded.low, low) < 0 THEN excluded.lowAt ELSE lowAt END,
    low = CASE WHEN decimal_compare(excluded.low, low) < 0 THEN excluded.low ELSE low END`

const SPEAKS_IN = `
  INSERT INTO equityCurrency VALUES (@account, @currency, @at)
  ON CONFLICT DO UPDATE SET currency = excluded.currency, at = excluded.at WHERE excluded.at >= at`

const PRUNE = 'DELETE FROM equity WHERE account = ? AND currency = ? AND grain = ? AND bucket < ?'

export interface EquityTable {
  write(reading: EquityReading): void
}

/**
 * Merges readings into every roll-up that still keeps their moment and forgets, hour by hour, the buckets a roll-up no
 * longer keeps.
 */
export function createEquityTable(db: Db): EquityTable {
  const mergeInto = db.prepare<[Values]>(MERGE)
  const speaksIn = db.prepare<[EquityReading]>(SPEAKS_IN)
  const prune = db.prepare<[string, string, number, number]>(PRUNE)
  const prunedIn = new Map<AccountId, Time>()
  const newest = new Map<AccountId, Time>()

  function pruneHourly({ account, currency, at }: EquityReading): void {
    const hour = bucketOf(at, hours)
    if ((prunedIn.get(account) ?? -1) >= hour) return
    for (const grain of grains) prune.run(account, currency, grain.width, oldestKept(at, grain))
    prunedIn.set(account, hour)
  }

  function write(reading: EquityReading): void {
    const latest = Math.max(reading.at, newest.get(reading.account) ?? 0)
    newest.set(reading.account, latest)
    for (const grain of grains) {
      if (bucketOf(reading.at, grain) < oldestKept(latest, grain)) continue
      mergeInto.run({ ...reading, grain: grain.width, bucket: bucketOf(reading.at, grain) })
    }
    speaksIn.run(reading)
    pruneHourly(reading)
  }

  return { write }
}
