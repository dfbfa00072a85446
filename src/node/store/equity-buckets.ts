import type { AccountId, Time } from '../../shared/ids.ts'
import type { Db } from './database.ts'
import type { Bucket, Grain, Reading } from './roll-up.ts'
import type { Timed } from './timed.ts'

/** Whose buckets: an account's in the currency it is valued in now. */
export interface Curve {
  readonly account: AccountId
  readonly currency: string
}

/** The statements over the table of buckets; what is read with them is decided elsewhere. */
export interface EquityBuckets {
  /** Null before the first reading. */
  curve(account: AccountId): (Curve & { readonly newest: Time }) | null
  between(curve: Curve, grain: Grain, from: Time, to: Time): readonly Bucket[]
  /** Counts no further than `enough`. */
  count(curve: Curve, grain: Grain, from: Time, to: Time, enough: number): number
  oldest(curve: Curve, grain: Grain): Time | null
  lastUpTo(curve: Curve, grain: Grain, at: Time): Reading | null
}

const ONE_CURVE = 'account = ? AND currency = ? AND grain = ?'
type Key = [account: string, currency: string, grain: number]

export function createEquityBuckets(db: Db, timed: Timed): EquityBuckets {
  const curve = db.prepare<[string], Curve & { readonly newest: Time }>(
    'SELECT account, currency, at AS newest FROM equityCurrency WHERE account = ?',
  )
  const between = db.prepare<[...Key, number, number], Bucket>(
    `SELECT bucket, at, equity, highAt, high, lowAt, low FROM equity
     WHERE ${ONE_CURVE} AND bucket BETWEEN ? AND ? ORDER BY bucket`,
  )
  const count = db.prepare<[...Key, number, number, number], { readonly found: number }>(
    `SELECT count(*) AS found FROM
     (SELECT 1 FROM equity WHERE ${ONE_CURVE} AND bucket BETWEEN ? AND ? LIMIT ?)`,
  )
  const oldest = db.prepare<Key, { readonly bucket: Time | null }>(
    `SELECT min(bucket) AS bucket FROM equity WHERE ${ONE_CURVE}`,
  )
  // The bucket a moment falls into may have closed after it; the one before cannot have.
  const last = db.prepare<[...Key, number, number], Reading>(
    `SELECT at, equity FROM equity WHERE ${ONE_CURVE} AND bucket <= ? AND at <= ? ORDER BY bucket DESC LIMIT 1`,
  )
  const key = ({ account, currency }: Curve, grain: Grain): Key => [account, currency, grain.width]
  return {
    curve: (account) => curve.get(account) ?? null,
    between: (of, grain, from, to) => timed('read equity', () => between.all(...key(of, grain), from, to)),
    count: (of, grain, from, to, enough) => count.get(...key(of, grain), from, to, enough)?.found ?? 0,
    oldest: (of, grain) => oldest.get(...key(of, grain))?.bucket ?? null,
    lastUpTo: (of, grain, at) => last.get(...key(of, grain), at, at) ?? null,
  }
}
