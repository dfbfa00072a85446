import type {
  AccountRow,
  BalanceRow,
  FillRow,
  FlowRow,
  OrderRow,
  PositionRow,
  TotalRow,
} from '../shared/account-rows.ts'
import type { DesktopRow, UpdateRow, WantedPlace } from '../shared/desktop-rows.ts'
import type { BudgetRow, DriftRow, SettingsRow, StreamRow } from '../shared/health-rows.ts'
import type { CandleRow, PriceRow, WatchRow } from '../shared/market-rows.ts'
import { createAlertState, type AlertState } from './alerts/alert-state.ts'
import type { EndedOrder } from './alerts/facts.ts'
import type { Table, Tables } from './tables.ts'

/** Every table the engine publishes. Pages, the public feed, storage and alerts read these and nothing else. */
export interface EngineState {
  readonly accounts: Table<AccountRow>
  readonly totals: Table<TotalRow>
  readonly balances: Table<BalanceRow>
  readonly positions: Table<PositionRow>
  readonly orders: Table<OrderRow>
  /** The newest 200 of all accounts together. */
  readonly fills: Table<FillRow>
  readonly flows: Table<FlowRow>
  /** Facts of any age that no rule was held against yet, by our own clock. Whoever told of them takes them out. */
  readonly incoming: Incoming
  readonly prices: Table<PriceRow>
  readonly watchlist: Table<WatchRow>
  readonly streams: Table<StreamRow>
  readonly budgets: Table<BudgetRow>
  readonly drift: Table<DriftRow>
  readonly settings: Table<SettingsRow>
  readonly alerts: AlertState
  /** Of the desktop app; empty in the headless shell. */
  readonly desktop: Table<DesktopRow>
  readonly wanted: Table<WantedPlace>
  readonly update: Table<UpdateRow>
}

export interface Incoming {
  readonly fills: Table<FillRow>
  readonly flows: Table<FlowRow>
  /** Those that came to an end of their own. */
  readonly orders: Table<EndedOrder>
}

export type CandleTable = Table<CandleRow>

export function createEngineState(tables: Tables): EngineState {
  return {
    accounts: tables.table(),
    totals: tables.table(),
    balances: tables.table(),
    positions: tables.table(),
    orders: tables.table(),
    fills: tables.table(),
    flows: tables.table(),
    incoming: { fills: tables.table(), flows: tables.table(), orders: tables.table() },
    prices: tables.table(),
    watchlist: tables.table(),
    streams: tables.table(),
    budgets: tables.table(),
    drift: tables.table(),
    settings: tables.table(),
    alerts: createAlertState(tables),
    desktop: tables.table(),
    wanted: tables.table(),
    update: tables.table(),
  }
}
