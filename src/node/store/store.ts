import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { Store } from '../../engine/ports/store.ts'
import type { Failure } from '../../shared/result.ts'
import { createAccountsTable } from './accounts-table.ts'
import { createAlertStore } from './alerts/alert-store.ts'
import { createApply } from './apply.ts'
import { createCoverageTable } from './coverage-table.ts'
import type { Db } from './database.ts'
import { createEquityBuckets } from './equity-buckets.ts'
import { createEquityReader } from './equity-reader.ts'
import { createEquityTable } from './equity-table.ts'
import { createFactsTable } from './facts-table.ts'
import { createPeakCache } from './peak-cache.ts'
import { createSettingsTable } from './settings-table.ts'
import { createTimed } from './timed.ts'
import { MOST_PENDING, createWriter, type Writer } from './writer.ts'

export interface StoreOptions {
  readonly file: string
  readonly clock: Clock
  readonly log: Log
  /** Told once when writing begins to fail, and with null when it works again. */
  readonly problem: (failure: Failure | null) => void
}

/** The store over an open, migrated database: composition only. */
export function createStore(options: StoreOptions & { readonly db: Db }): Store {
  const tables = createTables(options)
  const writer = createWriter({
    ...options,
    mostPending: MOST_PENDING,
    timed: tables.timed,
    apply: createApply(tables),
  })
  return {
    ...current(tables, writer),
    ...history(tables, writer),
    ...equity(tables, writer),
    alerts: createAlertStore(options.db, options.log, writer),
    ...ending(options, writer),
  }
}

function createTables({ db, clock, log }: StoreOptions & { readonly db: Db }) {
  const timed = createTimed(clock, log)
  const facts = createFactsTable(db, timed)
  const buckets = createEquityBuckets(db, timed)
  const reader = createEquityReader(buckets, facts)
  return {
    timed,
    facts,
    reader,
    accounts: createAccountsTable(db),
    settings: createSettingsTable(db, log),
    coverage: createCoverageTable(db, timed),
    equity: createEquityTable(db),
    peaks: createPeakCache(reader),
    currency: (account: Parameters<typeof buckets.curve>[0]) => buckets.curve(account)?.currency ?? null,
  }
}

type Tables = ReturnType<typeof createTables>

function current({ accounts, settings, peaks }: Tables, writer: Writer) {
  return {
    accounts: accounts.read,
    saveAccount: (account) => Promise.resolve(writer.change('save account', () => accounts.write(account))),
    removeAccount: (account) => {
      const removed = writer.change('remove account', () => accounts.remove(account))
      peaks.forget(account)
      return Promise.resolve(removed)
    },
    setting: settings.read,
    saveSetting: (name, value) => Promise.resolve(writer.change('save setting', () => settings.write(name, value))),
  } satisfies Partial<Store>
}

/** Reads first write what waits, so that what was handed in is always seen. */
function history({ facts, coverage }: Tables, writer: Writer) {
  return {
    appendFills: (fills) => writer.append(fills.map((row) => ({ kind: 'fill', row }))),
    appendFlows: (flows) => writer.append(flows.map((row) => ({ kind: 'flow', row }))),
    proveCoverage: (name, stretch) => writer.append([{ kind: 'coverage', history: name, stretch }]),
    fills: fresh(writer, facts.fills),
    flows: fresh(writer, facts.flows),
    coverage: fresh(writer, coverage.read),
    transfers: fresh(writer, facts.transfers),
  } satisfies Partial<Store>
}

function equity({ reader, peaks }: Tables, writer: Writer) {
  return {
    appendEquity: (readings) => writer.append(readings.map((reading) => ({ kind: 'equity', reading }))),
    equity: fresh(writer, reader.equity),
    equityAt: fresh(writer, reader.equityAt),
    peakEquity: fresh(writer, peaks.peak),
  } satisfies Partial<Store>
}

function ending({ db, log }: StoreOptions & { readonly db: Db }, writer: Writer) {
  return {
    flush: () => Promise.resolve(writer.drain()),
    close: () => {
      if (db.open) end(db, log, writer)
      return Promise.resolve()
    },
  } satisfies Partial<Store>
}

function end(db: Db, log: Log, writer: Writer): void {
  writer.stop()
  if (!writer.drain().ok) log.error('closed with facts that could not be written')
  db.close()
}

function fresh<Input extends readonly unknown[], Output>(
  writer: Writer,
  read: (...input: Input) => Output,
): (...input: Input) => Output {
  return (...input) => {
    writer.drain()
    return read(...input)
  }
}
