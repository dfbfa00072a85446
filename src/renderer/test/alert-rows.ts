import type {
  AbsenceRow,
  AlertRow,
  AlertSummary,
  DeliveryRow,
  HeartbeatRow,
  RuleRow,
  WebNotice,
} from '../../shared/alert-rows.ts'
import type { ChannelRow } from '../../shared/channel-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import { sentence } from '../../shared/sentence.ts'
import { btc, main, NOW } from './rows.ts'

export function alertRow(over: Partial<AlertRow> = {}): AlertRow {
  return {
    alert: 'a1',
    rule: 'r1',
    ruleName: '',
    kind: 'price-crosses',
    severity: 'warning',
    title: sentence('alert.price-rose', { symbol: 'BTCUSDT', priceLine: '97000' }),
    body: sentence('alert.price-body', { priceNow: '97010.5' }),
    account: null,
    instrument: btc,
    place: { tab: 'markets', account: null, instrument: btc },
    value: decimal('97010.5'),
    at: NOW - 60_000,
    firedAt: NOW - 60_000,
    late: false,
    clearedAt: null,
    readAt: null,
    acknowledgedAt: null,
    ends: null,
    ...over,
  }
}

export function deliveryRow(over: Partial<DeliveryRow> = {}): DeliveryRow {
  return {
    alert: 'a1',
    channel: 'desk',
    channelLabel: 'Desk',
    state: 'delivered',
    together: 1,
    tries: 1,
    createdAt: NOW - 60_000,
    lastTriedAt: NOW - 59_000,
    nextTryAt: null,
    deliveredAt: NOW - 59_000,
    problem: null,
    insteadOf: null,
    takenOverBy: null,
    ...over,
  }
}

export function ruleRow(over: Partial<RuleRow> = {}): RuleRow {
  return {
    rule: 'r1',
    name: '',
    enabled: true,
    condition: { kind: 'price-crosses', instrument: btc, direction: 'above', price: decimal('97000'), of: 'mark' },
    account: 'all',
    instrument: null,
    hysteresis: decimal('0.001'),
    coolDownMs: 60_000,
    severity: 'warning',
    channels: {},
    quietHours: null,
    recovery: false,
    origin: 'user',
    mutedUntil: null,
    createdAt: NOW - 3_600_000,
    lastFiredAt: null,
    waiting: null,
    ...over,
  }
}

export function channelRow(over: Partial<ChannelRow> = {}): ChannelRow {
  return {
    channel: 'desk',
    label: 'Desk',
    settings: { kind: 'webhook', preset: 'plain', host: 'desk.example' },
    level: 'on',
    failover: null,
    state: 'ready',
    problem: null,
    lastDeliveredAt: NOW - 60_000,
    waiting: 0,
    ...over,
  }
}

export function osRow(over: Partial<ChannelRow> = {}): ChannelRow {
  return channelRow({ channel: 'os', label: '', settings: { kind: 'os' }, ...over })
}

export function heartbeatRow(over: Partial<HeartbeatRow> = {}): HeartbeatRow {
  return {
    state: 'beating',
    host: 'beat.example',
    everyMs: 300_000,
    allClearAt: null,
    lastSentAt: NOW - 60_000,
    nextAt: NOW + 240_000,
    problem: null,
    unclear: null,
    ...over,
  }
}

export function absenceRow(over: Partial<AbsenceRow> = {}): AbsenceRow {
  return {
    account: null,
    from: NOW - 8 * 3_600_000,
    to: NOW - 3_600_000,
    cause: 'sleep',
    fills: 3,
    funding: [{ asset: 'USDT', amount: decimal('-1.25') }],
    pnl: [{ account: main, currency: 'USDT', amount: decimal('42.5') }],
    alerts: 2,
    blindMinutes: 420,
    readAt: null,
    ...over,
  }
}

export function summaryRow(over: Partial<AlertSummary> = {}): AlertSummary {
  return { unread: 0, undelivered: 0, alarm: 0, pausedUntil: null, quietHours: null, ...over }
}

export function webNotice(over: Partial<WebNotice> = {}): WebNotice {
  return {
    notice: 'n1',
    title: 'BTCUSDT rose to 97,000 or above.',
    body: 'Now 97,010.5.',
    severity: 'warning',
    loudness: 'loud',
    place: { tab: 'markets', account: null, instrument: btc },
    at: NOW,
    ...over,
  }
}
