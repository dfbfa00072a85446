import type { Client } from '../../shared/client.ts'
import type {
  AccountRow,
  BalanceRow,
  FillRow,
  FlowRow,
  OrderRow,
  PositionRow,
  TotalRow,
} from '../../shared/account-rows.ts'
import type {
  AbsenceRow,
  AlertRow,
  AlertSummary,
  DeliveryRow,
  HeartbeatRow,
  RuleRow,
  SnoozeRow,
  WebNotice,
} from '../../shared/alert-rows.ts'
import type { ChannelRow } from '../../shared/channel-rows.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { DesktopRow, UpdateRow, WantedPlace } from '../../shared/desktop-rows.ts'
import type { BudgetRow, DriftRow, SettingsRow, StreamRow } from '../../shared/health-rows.ts'
import type { AccountId, InstrumentId } from '../../shared/ids.ts'
import type { CandleInterval, CandleRow, PriceRow, WatchRow } from '../../shared/market-rows.ts'
import type { LiveQuery } from './lives.ts'

export type Chosen = AccountId | 'all'

/** Every live the page knows how to open, by the name of what it shows. */
export interface Queries {
  readonly accounts: LiveQuery<AccountRow>
  readonly totals: LiveQuery<TotalRow>
  readonly watchlist: LiveQuery<WatchRow>
  readonly streams: LiveQuery<StreamRow>
  readonly budgets: LiveQuery<BudgetRow>
  readonly drift: LiveQuery<DriftRow>
  readonly settings: LiveQuery<SettingsRow>
  /** One row `alerts`. */
  readonly alertSummary: LiveQuery<AlertSummary>
  readonly alerts: LiveQuery<AlertRow>
  readonly deliveries: LiveQuery<DeliveryRow>
  readonly snoozes: LiveQuery<SnoozeRow>
  readonly absences: LiveQuery<AbsenceRow>
  /** What this page is to show as notices of its browser. */
  readonly toShow: LiveQuery<WebNotice>
  readonly rules: LiveQuery<RuleRow>
  readonly channels: LiveQuery<ChannelRow>
  readonly heartbeat: LiveQuery<HeartbeatRow>
  /** Of the desktop app; all without rows in a browser. */
  readonly desktop: LiveQuery<DesktopRow>
  readonly wanted: LiveQuery<WantedPlace>
  readonly update: LiveQuery<UpdateRow>
  balances(account: Chosen): LiveQuery<BalanceRow>
  positions(account: Chosen): LiveQuery<PositionRow>
  orders(account: Chosen): LiveQuery<OrderRow>
  fills(account: Chosen): LiveQuery<FillRow>
  flows(account: Chosen): LiveQuery<FlowRow>
  prices(instruments: readonly InstrumentId[]): LiveQuery<PriceRow>
  candle(instrument: InstrumentId, interval: CandleInterval): LiveQuery<CandleRow>
}

export function createQueries(client: Client<AppContract>): Queries {
  const { accounts, portfolio, market, health, settings, alerts, rules, channels, heartbeat, desktop, updates } = client
  return {
    accounts: { name: 'accounts', open: (reader) => accounts.list(null, reader) },
    totals: { name: 'totals', open: (reader) => portfolio.totals(null, reader) },
    watchlist: { name: 'watchlist', open: (reader) => market.watchlist(null, reader) },
    streams: { name: 'streams', open: (reader) => health.streams(null, reader) },
    budgets: { name: 'budgets', open: (reader) => health.budgets(null, reader) },
    drift: { name: 'drift', open: (reader) => health.drift(null, reader) },
    settings: { name: 'settings', open: (reader) => settings.current(null, reader) },
    alertSummary: { name: 'alert summary', open: (reader) => alerts.summary(null, reader) },
    alerts: { name: 'alerts', open: (reader) => alerts.recent(null, reader) },
    deliveries: { name: 'deliveries', open: (reader) => alerts.deliveries(null, reader) },
    snoozes: { name: 'snoozes', open: (reader) => alerts.snoozes(null, reader) },
    absences: { name: 'absences', open: (reader) => alerts.absences(null, reader) },
    toShow: { name: 'to show', open: (reader) => alerts.toShow(null, reader) },
    rules: { name: 'rules', open: (reader) => rules.list(null, reader) },
    channels: { name: 'channels', open: (reader) => channels.list(null, reader) },
    heartbeat: { name: 'heartbeat', open: (reader) => heartbeat.state(null, reader) },
    desktop: { name: 'desktop', open: (reader) => desktop.state(null, reader) },
    wanted: { name: 'wanted', open: (reader) => desktop.wanted(null, reader) },
    update: { name: 'update', open: (reader) => updates.state(null, reader) },
    balances: (account) => ({ name: `balances ${account}`, open: (reader) => portfolio.balances({ account }, reader) }),
    positions: (account) => ({
      name: `positions ${account}`,
      open: (reader) => portfolio.positions({ account }, reader),
    }),
    orders: (account) => ({ name: `orders ${account}`, open: (reader) => portfolio.orders({ account }, reader) }),
    fills: (account) => ({ name: `fills ${account}`, open: (reader) => portfolio.fills({ account }, reader) }),
    flows: (account) => ({ name: `flows ${account}`, open: (reader) => portfolio.flows({ account }, reader) }),
    prices: (instruments) => ({
      name: `prices ${[...instruments].sort().join(' ')}`,
      open: (reader) => market.prices({ instruments: [...instruments] }, reader),
    }),
    candle: (instrument, interval) => ({
      name: `candle ${instrument} ${interval}`,
      open: (reader) => market.candle({ instrument, interval }, reader),
    }),
  }
}
