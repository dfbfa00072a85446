import type { Instrument } from '../../engine/market/instrument.ts'
import type { MarketEvent, PriceFields } from '../../engine/market/price.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { amountOf, maybeAmount, maybeMomentOf, momentOf } from './values.ts'
import type { KlineFrame, KlineRow, TickerData } from './wire-public.ts'

/** The one stream that tells prices; a name per stream keeps orders of different streams apart. */
export const TICKER_STREAM = 'tickers'

type AmountField = Exclude<keyof PriceFields, 'nextFundingAt'>

const fieldNames: readonly (readonly [keyof TickerData, AmountField])[] = [
  ['bid1Price', 'bid'],
  ['bid1Size', 'bidSize'],
  ['ask1Price', 'ask'],
  ['ask1Size', 'askSize'],
  ['lastPrice', 'last'],
  ['markPrice', 'mark'],
  ['indexPrice', 'index'],
  ['price24hPcnt', 'change24h'],
  ['highPrice24h', 'high24h'],
  ['lowPrice24h', 'low24h'],
  ['volume24h', 'volume24h'],
  ['turnover24h', 'turnover24h'],
  ['fundingRate', 'fundingRate'],
]

export interface Told {
  readonly whole: boolean
  readonly order: number
  readonly at: Time
}

export function priceEvent(data: TickerData, instrument: Instrument, told: Told): MarketEvent {
  return { kind: 'price', instrument: instrument.instrument, stream: TICKER_STREAM, fields: fieldsOf(data), ...told }
}

/** Only the named fields: one that a delta leaves out is unchanged, one that is "" has become unknown. */
function fieldsOf(data: TickerData): PriceFields {
  const fields: { -readonly [Name in keyof PriceFields]: PriceFields[Name] } = {}
  for (const [name, field] of fieldNames) {
    const value = data[name]
    if (value !== undefined) fields[field] = maybeAmount(value)
  }
  if (data.nextFundingTime !== undefined) fields.nextFundingAt = maybeMomentOf(data.nextFundingTime)
  return fields
}

export function candleEvent(
  row: KlineFrame['data'][number],
  instrument: Instrument,
  interval: CandleInterval,
  at: Time,
): MarketEvent {
  const candle: CandleRow = {
    openedAt: momentOf(row.start),
    open: amountOf(row.open),
    high: amountOf(row.high),
    low: amountOf(row.low),
    close: amountOf(row.close),
    volume: amountOf(row.volume),
    closed: row.confirm,
  }
  return { kind: 'candle', instrument: instrument.instrument, interval, candle, at }
}

/** REST rows carry no flag for the open candle, so the clock decides. */
export function candleOf(row: KlineRow, lengthMs: number, now: Time): CandleRow {
  const [start, open, high, low, close, volume] = row
  const openedAt = momentOf(start)
  return {
    openedAt,
    open: amountOf(open),
    high: amountOf(high),
    low: amountOf(low),
    close: amountOf(close),
    volume: amountOf(volume),
    closed: openedAt + lengthMs <= now,
  }
}
