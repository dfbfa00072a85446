import type { FillRow, FlowRow } from '../../../shared/account-rows.ts'
import { add, compare, decimal, sub, ZERO } from '../../../shared/decimal.ts'
import { fail, ok } from '../../../shared/result.ts'
import type { Coverage, EquityReading, HistoryName, HistoryQuery, Store, StoredAccount } from '../../ports/store.ts'
import { createMemoryAlertStore } from '../../alerts/test/memory-alert-store.ts'
import { failure } from '../../test/fake-feed.ts'

/** A store in memory, with the promises of the real one: facts by id, touching coverage as one, peaks net of transfers. */
export interface MemoryStore extends Store {
  readonly readings: readonly EquityReading[]
  /** The disk takes nothing until told otherwise. */
  breakDisk(broken: 'broken' | 'sound'): void
}

export function createMemoryStore(): MemoryStore {
  const accounts = new Map<string, StoredAccount>()
  const fills = new Map<string, FillRow>()
  const flows = new Map<string, FlowRow>()
  const proven = new Map<string, readonly Coverage[]>()
  const readings: EquityReading[] = []
  const settings = new Map<string, unknown>()
  const disk = { state: 'sound' }

  function points(account: string) {
    return readings
      .filter((reading) => reading.account === account)
      .map(({ at, equity }) => {
        const moved = [...flows.values()].filter((flow) => flow.kind === 'transfer' && flow.at <= at)
        return { at, equity: decimal(equity), transfers: moved.reduce((sum, flow) => add(sum, flow.amount), ZERO) }
      })
  }

  return {
    alerts: createMemoryAlertStore(),
    readings,
    breakDisk: (broken) => {
      disk.state = broken
    },
    accounts: () => [...accounts.values()],
    saveAccount: async (account) => (accounts.set(account.account, account), ok(null)),
    removeAccount: async (account) => (accounts.delete(account), ok(null)),
    setting: (name) => settings.get(name),
    saveSetting: async (name, value) => (settings.set(name, value), ok(null)),
    appendFills: (rows) => {
      for (const row of rows) fills.set(`${row.account} ${row.fill}`, row)
    },
    appendFlows: (rows) => {
      for (const row of rows) flows.set(`${row.account} ${row.flow}`, row)
    },
    fills: (query) => page([...fills.values()], query),
    flows: (query) => page([...flows.values()], query),
    coverage: (history) => proven.get(nameOf(history)) ?? [],
    proveCoverage: (history, stretch) =>
      void proven.set(nameOf(history), joined([...(proven.get(nameOf(history)) ?? []), stretch])),
    appendEquity: (some) => void readings.push(...some),
    equity: (account, from, to) => points(account).filter(({ at }) => at >= from && at <= to),
    peakEquity: (account) =>
      points(account).reduce<ReturnType<typeof points>[number] | null>(
        (best, one) =>
          best === null || compare(sub(one.equity, one.transfers), sub(best.equity, best.transfers)) > 0 ? one : best,
        null,
      ),
    equityAt: (account, at) => points(account).findLast((point) => point.at <= at) ?? null,
    transfers: (account, from, to) =>
      [...flows.values()].filter(
        (flow) => flow.account === account && flow.kind === 'transfer' && flow.at >= from && flow.at <= to,
      ),
    flush: async () => (disk.state === 'sound' ? ok(null) : fail(failure())),
    close: async () => undefined,
  }
}

function nameOf({ account, list }: HistoryName): string {
  return `${account} ${list}`
}

function page<Row extends FillRow | FlowRow>(rows: readonly Row[], query: HistoryQuery): readonly Row[] {
  return rows
    .filter(({ account, at }) => (query.account === 'all' || account === query.account) && at < query.before)
    .sort((a, b) => b.at - a.at)
    .slice(0, query.count)
}

function joined(stretches: readonly Coverage[]): readonly Coverage[] {
  const out: Coverage[] = []
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last !== undefined && stretch.from <= last.to + 1)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) }
    else out.push(stretch)
  }
  return out
}
