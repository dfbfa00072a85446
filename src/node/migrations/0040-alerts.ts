import type { Migration } from './migration.ts'

/** Rules, where each stands, what fired and what became of telling it. Bodies are the JSON of the rows in `shared/`. */
export const alerts: Migration = {
  version: 40,
  sql: `
    CREATE TABLE rules (
      rule TEXT NOT NULL PRIMARY KEY,
      createdAt INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ruleStates (
      rule TEXT NOT NULL,
      subject TEXT NOT NULL,
      side TEXT NOT NULL,
      value TEXT,
      seenAt INTEGER NOT NULL,
      overSince INTEGER,
      firedAt INTEGER,
      alert TEXT,
      PRIMARY KEY (rule, subject)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE alerts (
      alert TEXT NOT NULL PRIMARY KEY,
      severity TEXT NOT NULL,
      firedAt INTEGER NOT NULL,
      clearedAt INTEGER,
      readAt INTEGER,
      acknowledgedAt INTEGER,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alertsByTime ON alerts (firedAt, alert);
    CREATE INDEX alertsUnread ON alerts (firedAt) WHERE readAt IS NULL;
    CREATE INDEX alertsAlarm ON alerts (firedAt)
      WHERE severity = 'critical' AND clearedAt IS NULL AND acknowledgedAt IS NULL;

    CREATE TABLE deliveries (
      alert TEXT NOT NULL,
      channel TEXT NOT NULL,
      loudness TEXT NOT NULL,
      state TEXT NOT NULL,
      key TEXT NOT NULL,
      tries INTEGER NOT NULL,
      createdAt INTEGER NOT NULL,
      lastTriedAt INTEGER,
      nextTryAt INTEGER,
      deliveredAt INTEGER,
      problem TEXT,
      insteadOf TEXT,
      PRIMARY KEY (alert, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX deliveriesDue ON deliveries (channel, nextTryAt, createdAt) WHERE nextTryAt IS NOT NULL;
    CREATE INDEX deliveriesUndelivered ON deliveries (createdAt) WHERE state = 'undelivered';
  `,
}
