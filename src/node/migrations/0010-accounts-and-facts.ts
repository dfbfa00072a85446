import type { Migration } from './migration.ts'

/** Amounts are decimal TEXT, moments epoch milliseconds. Column names are those of the rows in `shared/`. */
export const accountsAndFacts: Migration = {
  version: 10,
  sql: `
    CREATE TABLE accounts (
      account TEXT NOT NULL PRIMARY KEY,
      venue TEXT NOT NULL,
      environment TEXT NOT NULL,
      label TEXT NOT NULL,
      tradingKeyAccepted INTEGER NOT NULL,
      addedAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE settings (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE fills (
      account TEXT NOT NULL,
      fill TEXT NOT NULL,
      "order" TEXT NOT NULL,
      instrument TEXT NOT NULL,
      symbol TEXT NOT NULL,
      side TEXT NOT NULL,
      slot TEXT NOT NULL,
      price TEXT NOT NULL,
      quantity TEXT NOT NULL,
      fee TEXT,
      feeAsset TEXT NOT NULL,
      realisedPnl TEXT,
      liquidity TEXT NOT NULL,
      cause TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (account, fill)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fillsByAccount ON fills (account, at, fill);
    CREATE INDEX fillsByInstrument ON fills (instrument, at, account, fill);
    CREATE INDEX fillsByTime ON fills (at, account, fill);

    CREATE TABLE flows (
      account TEXT NOT NULL,
      flow TEXT NOT NULL,
      kind TEXT NOT NULL,
      label TEXT NOT NULL,
      instrument TEXT,
      symbol TEXT NOT NULL,
      amount TEXT NOT NULL,
      asset TEXT NOT NULL,
      rate TEXT,
      at INTEGER NOT NULL,
      PRIMARY KEY (account, flow)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX flowsByAccount ON flows (account, at, flow);
    CREATE INDEX flowsByInstrument ON flows (instrument, at, account, flow);
    CREATE INDEX flowsByTime ON flows (at, account, flow);
    CREATE INDEX transfersByAccount ON flows (account, at) WHERE kind = 'transfer';

    CREATE TABLE coverage (
      account TEXT NOT NULL,
      list TEXT NOT NULL,
      "from" INTEGER NOT NULL,
      "to" INTEGER NOT NULL,
      PRIMARY KEY (account, list, "from")
    ) STRICT, WITHOUT ROWID;
  `,
}
