import { OS_CHANNEL } from '../../engine/alerts/channels/stored-channels.ts'
import { SUMMARY } from '../../engine/alerts/recent.ts'
import type { Engine } from '../../engine/engine.ts'
import type { AccountRow, FillRow, TotalRow } from '../../shared/account-rows.ts'
import type { AlertSummary, RuleRow } from '../../shared/alert-rows.ts'
import type { ChannelRow } from '../../shared/channel-rows.ts'
import type { DesktopRow } from '../../shared/desktop-rows.ts'
import type { Mode } from '../../shared/frames.ts'
import type { SettingsRow, StreamRow } from '../../shared/health-rows.ts'

/** What tray, badge and notices go by: the running engine's rows at one moment. */
export interface Overview {
  readonly mode: Mode
  readonly accounts: readonly AccountRow[]
  /** All accounts together; null before anything was read. */
  readonly total: TotalRow | null
  readonly streams: readonly StreamRow[]
  readonly fills: ReadonlyMap<string, FillRow>
  readonly settings: SettingsRow
  readonly desktop: DesktopRow | null
  readonly alerts: AlertsOverview
}

export interface AlertsOverview {
  readonly summary: Pick<AlertSummary, 'alarm' | 'undelivered'>
  readonly rules: readonly RuleRow[]
  /** This computer's own notices as a way out. */
  readonly computer: ChannelRow | null
}

export function readOverview({ mode, state, tables }: Engine): Overview {
  tables.settle()
  const settings = state.settings.get('settings')
  if (settings === undefined) throw new Error('An engine always has its settings')
  return {
    mode,
    accounts: [...state.accounts.rows()].map(([, row]) => row),
    total: state.totals.get('all') ?? null,
    streams: [...state.streams.rows()].map(([, row]) => row),
    fills: new Map(state.fills.rows()),
    settings,
    desktop: state.desktop.get('desktop') ?? null,
    alerts: {
      summary: state.alerts.summary.get(SUMMARY) ?? { alarm: 0, undelivered: 0 },
      rules: [...state.alerts.rules.rows()].map(([, row]) => row),
      computer: state.alerts.channels.get(OS_CHANNEL) ?? null,
    },
  }
}
