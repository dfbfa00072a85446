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
import type { Table, Tables } from '../tables.ts'

/** Every table alerts publish. */
export interface AlertState {
  readonly rules: Table<RuleRow>
  readonly recent: Table<AlertRow>
  readonly deliveries: Table<DeliveryRow>
  readonly summary: Table<AlertSummary>
  readonly channels: Table<ChannelRow>
  readonly heartbeat: Table<HeartbeatRow>
  readonly absences: Table<AbsenceRow>
  readonly snoozes: Table<SnoozeRow>
  readonly toShow: Table<WebNotice>
}

export function createAlertState(tables: Tables): AlertState {
  return {
    rules: tables.table(),
    recent: tables.table(),
    deliveries: tables.table(),
    summary: tables.table(),
    channels: tables.table(),
    heartbeat: tables.table(),
    absences: tables.table(),
    snoozes: tables.table(),
    toShow: tables.table(),
  }
}
