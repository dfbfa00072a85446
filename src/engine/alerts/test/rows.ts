import type { AccountRow, FillRow, PositionRow } from '../../../shared/account-rows.ts'
import type { RuleChoices } from '../../../shared/alert-rows.ts'
import { decimal } from '../../../shared/decimal.ts'
import type { StreamRow } from '../../../shared/health-rows.ts'
import { accountId, instrumentId, marketId, venueId } from '../../../shared/ids.ts'
import type { PriceRow } from '../../../shared/market-rows.ts'
import type { StoredRule } from '../../ports/alert-store.ts'

export const START = 1_795_000_000_000
export const MAIN = accountId('main')
export const MARKET = marketId(venueId('venue'), 'live')
export const BTC = instrumentId(MARKET, 'BTCUSDT')

export function rule(choices: Pick<RuleChoices, 'condition'> & Partial<StoredRule>): StoredRule {
  return {
    rule: 'r',
    name: '',
    enabled: true,
    account: 'all',
    instrument: null,
    hysteresis: decimal('0'),
    coolDownMs: 0,
    severity: 'critical',
    channels: {},
    quietHours: null,
    recovery: false,
    origin: 'user',
    mutedUntil: null,
    createdAt: START,
    ...choices,
  }
}

export function priceRow(changes: Partial<PriceRow> = {}): PriceRow {
  const nothing = { bid: null, bidSize: null, ask: null, askSize: null, last: null, mark: null, index: null } as const
  const day = { change24h: null, high24h: null, low24h: null, volume24h: null, turnover24h: null } as const
  return {
    instrument: BTC,
    market: MARKET,
    symbol: 'BTCUSDT',
    base: 'BTC',
    quote: 'USDT',
    tick: decimal('0.1'),
    ...nothing,
    ...day,
    fundingRate: null,
    nextFundingAt: null,
    freshness: 'live',
    at: START,
    heardAt: START,
    ...changes,
  }
}

export function fillRow(changes: Partial<FillRow> = {}): FillRow {
  return {
    account: MAIN,
    fill: 'f1',
    order: 'o1',
    instrument: BTC,
    symbol: 'BTCUSDT',
    side: 'buy',
    slot: 'one-way',
    price: decimal('100'),
    quantity: decimal('1'),
    fee: decimal('0.1'),
    feeAsset: 'USDT',
    realisedPnl: decimal('0'),
    liquidity: 'taker',
    cause: 'trade',
    at: START,
    ...changes,
  }
}

export function accountRow(changes: Partial<AccountRow> = {}): AccountRow {
  return {
    account: MAIN,
    label: 'Main',
    venue: venueId('venue'),
    venueName: 'Venue',
    environment: 'mainnet',
    market: MARKET,
    badge: 'live',
    state: 'live',
    problem: null,
    rights: null,
    tradingKeyAccepted: false,
    addedAt: START,
    ...changes,
  }
}

export function streamRow(changes: Partial<StreamRow> = {}): StreamRow {
  return {
    stream: 'Main private',
    kind: 'private',
    account: MAIN,
    venueName: 'Venue',
    state: 'live',
    required: true,
    connectedAt: START,
    heardAt: START,
    verifiedAt: START,
    roundTripMs: null,
    reconnects: 0,
    refusedFrames: 0,
    nextTryAt: null,
    problem: null,
    ...changes,
  }
}

/** A position with nothing known of it but where it stands to its liquidation. */
export function positionRow(changes: Partial<PositionRow> = {}): PositionRow {
  const unknown = { entry: null, breakEven: null, mark: null, markAt: null, liquidation: null, notional: null } as const
  const figures = { unrealisedPnl: null, roi: null, realisedPnl: null, leverage: null, initialMargin: null } as const
  const orders = { maintenanceMargin: null, takeProfit: null, stopLoss: null, trailingStop: null } as const
  return {
    account: MAIN,
    instrument: BTC,
    symbol: 'BTCUSDT',
    slot: 'one-way',
    side: 'long',
    size: decimal('1'),
    sizeUnit: 'BTC',
    settleAsset: 'USDT',
    marginMode: 'cross',
    ...unknown,
    ...figures,
    ...orders,
    liquidationDistance: decimal('0.5'),
    fundingRate: null,
    nextFundingAt: null,
    adlRank: null,
    openedAt: null,
    freshness: 'live',
    markFreshness: 'live',
    at: START,
    heardAt: START,
    source: 'computed',
    ...changes,
  }
}
