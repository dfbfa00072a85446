import type { Migration } from './migration.ts'

/**
 * `grain` is the width of a bucket in milliseconds, `bucket` the moment it begins. A bucket keeps its last reading and
 * its two extremes, so that a roll-up loses neither the close nor the peak.
 */
export const equity: Migration = {
  version: 20,
  sql: `
    CREATE TABLE equity (
      account TEXT NOT NULL,
      currency TEXT NOT NULL,
      grain INTEGER NOT NULL,
      bucket INTEGER NOT NULL,
      at INTEGER NOT NULL,
      equity TEXT NOT NULL,
      highAt INTEGER NOT NULL,
      high TEXT NOT NULL,
      lowAt INTEGER NOT NULL,
      low TEXT NOT NULL,
      PRIMARY KEY (account, currency, grain, bucket)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE equityCurrency (
      account TEXT NOT NULL PRIMARY KEY,
      currency TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
