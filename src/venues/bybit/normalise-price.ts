import type { Instrument } from '../../engine/market/instrument.ts'
import type { MarketEvent } from '../../engine/market/price.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { amountOf, momentOf } from './values.ts'
import type { KlineFrame, KlineRow } from './wire-public.ts'

/** The one stream that tells prices; a name per stream keeps orders of different streams apart. */
export const TICKER_STREAM = 'tickers'

type PriceTold = Pick<Extract<MarketEvent, { kind: 'price' }>, 'whole' | 'fields' | 'order' | 'at'>

export function priceEvent({ instrument }: Instrument, told: PriceTold): MarketEvent {
  const { whole, fields, order, at } = told
  return { kind: 'price', instrument, stream: TICKER_STREAM, whole, fields, order, at }
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
