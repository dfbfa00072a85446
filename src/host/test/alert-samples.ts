import type { StoredChannel } from '../../engine/alerts/channels/stored-channels.ts'
import type { StoredRule } from '../../engine/ports/alert-store.ts'
import { decimal } from '../../shared/decimal.ts'
import { instrumentId, marketId, venueId, type Time } from '../../shared/ids.ts'
import type { PriceRow } from '../../shared/market-rows.ts'

const market = marketId(venueId('somewhere'), 'main')
export const btc = instrumentId(market, 'BTCUSDT')

/** The computer's own notices, silenced: nobody looks at them in these tests. */
export const noNotices: StoredChannel = {
  channel: 'os',
  label: '',
  settings: { kind: 'os' },
  level: 'off',
  failover: null,
  lastDeliveredAt: null,
}

export function channelOf(channel: string, over: Partial<StoredChannel> = {}): StoredChannel {
  const settings = { kind: 'webhook', preset: 'plain', host: '127.0.0.1' } as const
  return { ...noNotices, channel, label: channel, settings, level: 'on', ...over }
}

/** Tells every crossing of one price. */
export function priceRule(rule: string, price: string, direction: 'above' | 'either' = 'either'): StoredRule {
  return {
    rule,
    name: '',
    enabled: true,
    condition: { kind: 'price-crosses', instrument: btc, direction, price: decimal(price), of: 'mark' },
    account: 'all',
    instrument: null,
    hysteresis: decimal('0'),
    coolDownMs: 0,
    severity: 'warning',
    channels: {},
    quietHours: null,
    recovery: false,
    origin: 'user',
    mutedUntil: null,
    createdAt: 1,
  }
}

export function priceRow(mark: string, at: Time): PriceRow {
  return {
    instrument: btc,
    market,
    symbol: 'BTCUSDT',
    base: 'BTC',
    quote: 'USDT',
    tick: decimal('0.1'),
    bid: null,
    bidSize: null,
    ask: null,
    askSize: null,
    last: null,
    mark: decimal(mark),
    index: null,
    change24h: null,
    high24h: null,
    low24h: null,
    volume24h: null,
    turnover24h: null,
    fundingRate: null,
    nextFundingAt: null,
    freshness: 'live',
    at,
    heardAt: at,
  }
}
