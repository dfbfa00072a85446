import type {
  AccountRow,
  BalanceRow,
  FillRow,
  FlowRow,
  OrderRow,
  PositionRow,
  TotalRow,
} from '../../shared/account-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import type { DriftRow, SettingsRow, StreamRow } from '../../shared/health-rows.ts'
import { accountId, instrumentId, marketId, venueId } from '../../shared/ids.ts'

/** The moment at which every test begins. */
export const NOW = Date.UTC(2026, 10, 21, 12, 0, 0)

export const venue = venueId('somewhere')
export const market = marketId(venue, 'main')
export const main = accountId('main')
export const btc = instrumentId(market, 'BTCUSDT')

const dated = { at: NOW - 200, heardAt: NOW - 100, source: 'stream' } as const

export function accountRow(over: Partial<AccountRow> = {}): AccountRow {
  return {
    account: main,
    label: 'Main',
    venue,
    venueName: 'Somewhere',
    environment: 'mainnet',
    market,
    badge: 'live',
    state: 'live',
    problem: null,
    rights: null,
    tradingKeyAccepted: false,
    addedAt: NOW,
    ...over,
  }
}

export function totalRow(over: Partial<TotalRow> = {}): TotalRow {
  return {
    account: 'all',
    currency: 'USDT',
    equity: decimal('10500.25'),
    wallet: decimal('10000.5'),
    available: decimal('8000'),
    positionValue: decimal('21000'),
    unrealisedPnl: decimal('499.75'),
    marginBalance: decimal('10500.25'),
    initialMargin: decimal('2100'),
    maintenanceMargin: decimal('105'),
    marginRatio: decimal('0.01'),
    peakEquity: decimal('11000'),
    drawdown: decimal('0.0454'),
    todayPnl: decimal('120'),
    todayReturn: decimal('0.0115'),
    todaySince: null,
    positions: 1,
    leftOut: [],
    freshness: 'live',
    ...dated,
    ...over,
  }
}

export function positionRow(over: Partial<PositionRow> = {}): PositionRow {
  return {
    account: main,
    instrument: btc,
    symbol: 'BTCUSDT',
    slot: 'one-way',
    side: 'long',
    size: decimal('0.25'),
    sizeUnit: 'BTC',
    settleAsset: 'USDT',
    marginMode: 'cross',
    entry: decimal('84000'),
    breakEven: decimal('84050'),
    mark: decimal('86000'),
    markAt: NOW - 100,
    liquidation: decimal('43000'),
    liquidationDistance: decimal('0.5'),
    notional: decimal('21500'),
    unrealisedPnl: decimal('500'),
    roi: decimal('0.23'),
    realisedPnl: decimal('0'),
    leverage: decimal('10'),
    initialMargin: decimal('2150'),
    maintenanceMargin: decimal('107.5'),
    takeProfit: null,
    stopLoss: decimal('80000'),
    trailingStop: null,
    fundingRate: decimal('0.0001'),
    nextFundingAt: NOW + 3_600_000,
    adlRank: null,
    openedAt: null,
    freshness: 'live',
    markFreshness: 'live',
    ...dated,
    ...over,
  }
}

export function orderRow(over: Partial<OrderRow> = {}): OrderRow {
  return {
    account: main,
    order: 'o1',
    instrument: btc,
    symbol: 'BTCUSDT',
    side: 'buy',
    slot: 'one-way',
    kind: 'Limit',
    conditional: false,
    status: 'New',
    price: decimal('80000'),
    triggerPrice: null,
    triggerBy: '',
    quantity: decimal('0.5'),
    filled: decimal('0.125'),
    reduceOnly: false,
    closesPosition: false,
    timeInForce: 'GTC',
    takeProfit: null,
    stopLoss: null,
    createdAt: NOW - 1_000,
    freshness: 'live',
    ...dated,
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
    side: 'sell',
    slot: 'one-way',
    price: decimal('86000.10'),
    quantity: decimal('0.375'),
    fee: decimal('17.7'),
    feeAsset: 'USDT',
    realisedPnl: decimal('61.25'),
    liquidity: 'maker',
    cause: 'trade',
    at: NOW - 5_000,
    ...over,
  }
}

export function flowRow(over: Partial<FlowRow> = {}): FlowRow {
  return {
    account: main,
    flow: 'w1',
    kind: 'funding',
    label: 'SETTLEMENT',
    instrument: btc,
    symbol: 'BTCUSDT',
    amount: decimal('-2.15'),
    asset: 'USDT',
    rate: decimal('0.0001'),
    at: NOW - 9_000,
    ...over,
  }
}

export function balanceRow(over: Partial<BalanceRow> = {}): BalanceRow {
  return {
    account: main,
    asset: 'USDT',
    wallet: decimal('10000.5'),
    available: decimal('8000'),
    unrealisedPnl: decimal('499.75'),
    equity: decimal('10500.25'),
    borrowed: null,
    rate: decimal('1'),
    value: decimal('10500.25'),
    freshness: 'live',
    ...dated,
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
    heardAt: NOW - 1_000,
    verifiedAt: NOW - 30_000,
    roundTripMs: 38,
    reconnects: 2,
    refusedFrames: 0,
    nextTryAt: null,
    problem: null,
    ...over,
  }
}

export function driftRow(over: Partial<DriftRow> = {}): DriftRow {
  const said = { what: 'balance USDT', ours: '10000.5', theirs: '9999.75' }
  return { account: main, ...said, repaired: true, at: NOW - 9_000, ...over }
}

export function settingsRow(over: Partial<SettingsRow> = {}): SettingsRow {
  return {
    theme: 'dark',
    palette: 'standard',
    density: 'comfortable',
    language: 'en',
    timeZone: 'UTC',
    privacy: false,
    columns: {},
    ...over,
  }
}
