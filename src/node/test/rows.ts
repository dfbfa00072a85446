import type { EquityReading, StoredAccount } from '../../engine/ports/store.ts'
import type { FillRow, FlowRow } from '../../shared/account-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import { accountId, instrumentId, marketId, venueId } from '../../shared/ids.ts'

const market = marketId(venueId('testex'), 'mainnet')
export const main = accountId('acc-main')
export const other = accountId('acc-other')
export const btc = instrumentId(market, 'BTCUSDT')
export const eth = instrumentId(market, 'ETHUSDT')
export const START = 1_795_200_000_000

export function fill(change: Partial<FillRow> = {}): FillRow {
  return {
    account: main,
    fill: 'f1',
    order: 'o1',
    instrument: btc,
    symbol: 'BTCUSDT',
    side: 'buy',
    slot: 'one-way',
    price: decimal('84021.50'),
    quantity: decimal('0.010'),
    fee: decimal('0.4621'),
    feeAsset: 'USDT',
    realisedPnl: null,
    liquidity: 'taker',
    cause: 'trade',
    at: START,
    ...change,
  }
}

export function flow(change: Partial<FlowRow> = {}): FlowRow {
  return {
    account: main,
    flow: 'w1',
    kind: 'transfer',
    label: 'TRANSFER',
    instrument: null,
    symbol: '',
    amount: decimal('500'),
    asset: 'USDT',
    rate: null,
    at: START,
    ...change,
  }
}

export function account(change: Partial<StoredAccount> = {}): StoredAccount {
  return {
    account: main,
    venue: venueId('testex'),
    environment: 'mainnet',
    label: 'Main',
    tradingKeyAccepted: false,
    addedAt: START,
    identity: null,
    ...change,
  }
}

export function reading(at: number, equity: string, change: Partial<EquityReading> = {}): EquityReading {
  return { account: main, at, equity, currency: 'USDT', ...change }
}
