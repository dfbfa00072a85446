import { decimal } from '../../shared/decimal.ts'
import { instrumentId, type InstrumentId } from '../../shared/ids.ts'
import type { InstrumentRow, PriceRow, WatchRow } from '../../shared/market-rows.ts'
import { btc, market, NOW } from './rows.ts'

export const eth = instrumentId(market, 'ETHUSDT')

export function priceRow(over: Partial<PriceRow> = {}): PriceRow {
  return {
    instrument: btc,
    market,
    symbol: 'BTCUSDT',
    base: 'BTC',
    quote: 'USDT',
    tick: decimal('0.10'),
    bid: decimal('85999.9'),
    bidSize: decimal('1'),
    ask: decimal('86000.1'),
    askSize: decimal('1'),
    last: decimal('86000'),
    mark: decimal('86000'),
    index: decimal('86001'),
    change24h: decimal('0.012'),
    high24h: decimal('87000'),
    low24h: decimal('85000'),
    volume24h: decimal('12345'),
    turnover24h: decimal('1000000'),
    fundingRate: decimal('0.0001'),
    nextFundingAt: NOW + 3_600_000,
    freshness: 'live',
    at: NOW - 200,
    heardAt: NOW - 100,
    ...over,
  }
}

/** A watchlist in this order, as the live gives it. */
export function watching(...instruments: readonly InstrumentId[]): Readonly<Record<string, WatchRow>> {
  return Object.fromEntries(instruments.map((instrument, position) => [instrument, { instrument, position }]))
}

export function instrumentRow(over: Partial<InstrumentRow> = {}): InstrumentRow {
  return {
    instrument: eth,
    market,
    marketName: 'Somewhere',
    symbol: 'ETHUSDT',
    base: 'ETH',
    quote: 'USDT',
    settle: 'USDT',
    kind: 'linear',
    expiresAt: null,
    tick: decimal('0.01'),
    step: decimal('0.01'),
    ...over,
  }
}
