import type { EquityPoint, FillRow, FlowRow } from '../../shared/account-rows.ts'
import type { Environment } from '../../shared/fields.ts'
import type { AccountId, InstrumentId, Time, VenueId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { AlertStore } from './alert-store.ts'

/** An account as it is kept; its key is in the vault under the same id. */
export interface StoredAccount {
  readonly account: AccountId
  readonly venue: VenueId
  readonly environment: Environment
  readonly label: string
  readonly tradingKeyAccepted: boolean
  readonly addedAt: Time
  /** The exchange's id of the account, to notice the same one added twice; null while it is not known. */
  readonly identity: string | null
}

/** A stretch of history known to be complete: every fact between `from` and `to` (inclusive) is stored. */
export interface Coverage {
  readonly from: Time
  readonly to: Time
}

/** A back-filled list of history: fills, or one kind of flow, per account and sometimes per symbol. */
export interface HistoryName {
  readonly account: AccountId
  readonly list: string
}

export interface HistoryQuery {
  readonly account: AccountId | 'all'
  readonly instrument: InstrumentId | null
  /** Exclusive. */
  readonly before: Time
  readonly count: number
}

/** One stored equity reading of an account, in its own currency. */
export interface EquityReading {
  readonly account: AccountId
  readonly at: Time
  readonly equity: string
  readonly currency: string
}

/**
 * What survives a restart. Appends are batched by the host but ordered; `flush` resolves once everything handed in
 * before is safely on disk. Facts are keyed by their exchange id, so storing one twice changes nothing.
 */
export interface Store {
  accounts(): readonly StoredAccount[]
  saveAccount(account: StoredAccount): Promise<Result<null>>
  /** Removes the account and everything stored for it. */
  removeAccount(account: AccountId): Promise<Result<null>>

  setting(name: string): unknown
  saveSetting(name: string, value: unknown): Promise<Result<null>>

  appendFills(fills: readonly FillRow[]): void
  appendFlows(flows: readonly FlowRow[]): void
  /**
   * Newest first. The next page is what is before the last row's millisecond, so a page never ends inside one and may
   * be shorter than `count`; only an empty page is the end.
   */
  fills(query: HistoryQuery): readonly FillRow[]
  flows(query: HistoryQuery): readonly FlowRow[]

  coverage(history: HistoryName): readonly Coverage[]
  /** Adds a proven stretch; touching and overlapping stretches become one. Written after the facts it speaks of. */
  proveCoverage(history: HistoryName, stretch: Coverage): void

  appendEquity(readings: readonly EquityReading[]): void
  /** At most `points` readings between two moments, from the finest roll-up that covers them. */
  equity(account: AccountId, from: Time, to: Time, points: number): readonly EquityPoint[]
  /** The highest equity once `transfers` is taken away: what was earned, not what was moved in. */
  peakEquity(account: AccountId): EquityPoint | null
  /** The last reading at or before a moment, for a day's starting equity. */
  equityAt(account: AccountId, at: Time): EquityPoint | null
  /** Every transfer between two moments, both inclusive, oldest first. */
  transfers(account: AccountId, from: Time, to: Time): readonly FlowRow[]

  /** Rules, alerts and their deliveries, in the same database. */
  readonly alerts: AlertStore

  flush(): Promise<Result<null>>
  close(): Promise<void>
}
