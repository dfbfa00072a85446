import type { AccountRow, FillRow, TotalRow } from '../../shared/account-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import type { DesktopRow, Place } from '../../shared/desktop-rows.ts'
import type { SettingsRow, StreamRow } from '../../shared/health-rows.ts'
import { accountId, instrumentId, marketId, venueId } from '../../shared/ids.ts'
import type { Notice } from '../notices/notice.ts'
import type { Overview } from '../overview/overview.ts'

/** The moment at which every test begins. */
export const NOW = Date.UTC(2026, 10, 21, 12, 0, 0)

export const main = accountId('main')
export const hedge = accountId('hedge')
const market = marketId(venueId('somewhere'), 'main')
export const btc = instrumentId(market, 'BTCUSDT')
export const accountPlace: Place = { tab: 'account', account: main, instrument: null }

export function accountRow(over: Partial<AccountRow> = {}): AccountRow {
  return {
    account: main,
    label: 'Main',
    venue: venueId('somewhere'),
    venueName: 'Somewhere',
    environment: 'mainnet',
    market,
    badge: 'live',
    state: 'live',
    problem: null,
    rights: null,
    tradingKeyAccepted: false,
    addedAt: NOW - 86_400_000,
    ...over,
  }
}

export function streamRow(over: Partial<StreamRow> = {}): StreamRow {
  return {
    stream: 'Main private',
    kind: 'private',
    account: main,
    venueName: 'Somewhere',
    state: 'live',
    required: true,
    connectedAt: NOW - 60_000,
    heardAt: NOW - 1000,
    verifiedAt: NOW - 30_000,
    roundTripMs: 38,
    reconnects: 0,
    refusedFrames: 0,
    nextTryAt: null,
    problem: null,
    ...over,
  }
}

export function fillRow(over: Partial<FillRow> = {}): FillRow {
  return {
    account: main,
    fill: 'f1',
    order: 'o1',
    instrument: btc,
    symbol: 'BTCUSDT',
    side: 'buy',
    slot: 'one-way',
    price: decimal('97123.4'),
    quantity: decimal('0.013'),
    fee: decimal('0.69'),
    feeAsset: 'USDT',
    realisedPnl: null,
    liquidity: 'taker',
    cause: 'trade',
    at: NOW + 1000,
    ...over,
  }
}

export function totalRow(over: Partial<TotalRow> = {}): TotalRow {
  return {
    account: 'all',
    currency: 'USDT',
    equity: decimal('10500.25'),
    wallet: null,
    available: null,
    positionValue: null,
    unrealisedPnl: null,
    marginBalance: null,
    initialMargin: null,
    maintenanceMargin: null,
    marginRatio: null,
    peakEquity: null,
    drawdown: null,
    todayPnl: decimal('120.5'),
    todayReturn: decimal('0.0115'),
    todaySince: null,
    positions: 1,
    leftOut: [],
    freshness: 'live',
    at: NOW - 200,
    heardAt: NOW - 100,
    source: 'computed',
    ...over,
  }
}

export const settings: SettingsRow = {
  theme: 'system',
  palette: 'standard',
  density: 'comfortable',
  language: 'en',
  timeZone: 'UTC',
  privacy: false,
  columns: {},
}

export function desktopRow(over: Partial<DesktopRow> = {}): DesktopRow {
  return {
    startAtLogin: false,
    startHidden: false,
    closeToTray: true,
    checkForUpdates: true,
    notices: { alert: 'on', fill: 'on', connection: 'on', account: 'on', program: 'on' },
    quietHours: null,
    pausedUntil: null,
    loginProblem: null,
    trayProblem: null,
    noticeProblem: null,
    ...over,
  }
}

export function overviewOf(over: Partial<Overview> = {}): Overview {
  return {
    mode: 'live',
    accounts: [accountRow()],
    total: totalRow(),
    streams: [streamRow()],
    fills: new Map(),
    settings,
    desktop: desktopRow(),
    alerts: { summary: { alarm: 0, undelivered: 0 }, rules: [], computer: null },
    ...over,
  }
}

export function fillsOf(...rows: readonly FillRow[]): ReadonlyMap<string, FillRow> {
  return new Map(rows.map((row) => [`${row.account} ${row.fill}`, row]))
}

export function noticeOf(over: Partial<Notice> = {}): Notice {
  return {
    category: 'fill',
    identity: 'fill main f1',
    title: 'Bought',
    body: 'Main',
    account: main,
    place: accountPlace,
    weight: 'normal',
    sound: 'usual',
    at: NOW,
    ...over,
  }
}
