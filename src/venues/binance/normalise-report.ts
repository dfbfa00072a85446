import type { Instruments } from '../../engine/market/instrument.ts'
import type { MarketEvent, PriceFields } from '../../engine/market/price.ts'
import type { Time } from '../../shared/ids.ts'
import { fundingOf, percentToFraction } from './normalise-price.ts'
import { unlessZero } from './normalise-words.ts'
import { findInstrument } from './symbols.ts'
import type { BookReport, DayTicker, PremiumIndex } from './wire-market.ts'

/** Anything a stream said is newer than what was fetched to start from. */
const BEFORE_ANY_FRAME = 0

export function bookEvent(row: BookReport, instruments: Instruments): readonly MarketEvent[] {
  return priceEvent(row.symbol, instruments, 'book', row.time, {
    bid: unlessZero(row.bidPrice),
    bidSize: row.bidQty,
    ask: unlessZero(row.askPrice),
    askSize: row.askQty,
  })
}

export function dayEvent(row: DayTicker, instruments: Instruments): readonly MarketEvent[] {
  return priceEvent(row.symbol, instruments, 'day', row.closeTime, {
    last: unlessZero(row.lastPrice),
    change24h: row.priceChangePercent === null ? null : percentToFraction(row.priceChangePercent),
    high24h: unlessZero(row.highPrice),
    low24h: unlessZero(row.lowPrice),
    volume24h: row.volume,
    turnover24h: row.quoteVolume,
  })
}

export function markEvent(row: PremiumIndex, instruments: Instruments): readonly MarketEvent[] {
  return priceEvent(row.symbol, instruments, 'mark', row.time, {
    mark: unlessZero(row.markPrice),
    index: unlessZero(row.indexPrice),
    ...fundingOf(row.lastFundingRate, row.nextFundingTime),
  })
}

function priceEvent(
  symbol: string,
  instruments: Instruments,
  stream: string,
  at: Time | null,
  fields: PriceFields,
): readonly MarketEvent[] {
  const instrument = findInstrument(instruments, symbol)
  if (instrument === null) return []
  return [{ kind: 'price', instrument, stream, whole: true, fields, order: BEFORE_ANY_FRAME, at: at ?? 0 }]
}
