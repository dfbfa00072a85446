import type { Heard, MarketFeedContext } from '../../engine/ports/feed.ts'
import type { Instrument } from '../../engine/market/instrument.ts'
import type { MarketEvent } from '../../engine/market/price.ts'
import { ok, type Result } from '../../shared/result.ts'
import { read } from './failures.ts'
import { createFindInstrument } from './find-instrument.ts'
import type { HearQuickly, HearTopic } from './hear.ts'
import { intervalOf } from './intervals.ts'
import { candleEvent, priceEvent } from './normalise-price.ts'
import { readTickerQuickly } from './quick-ticker.ts'
import { readTickerFields } from './ticker-fields.ts'
import { klineFrame, tickerFrame } from './wire-public.ts'

type HeardMarket = Result<Heard<MarketEvent>>

const TICKERS = 'tickers.'
const KLINES = 'kline.'

export function createHearMarketTopic(): HearTopic<MarketEvent, MarketFeedContext> {
  const find = createFindInstrument()
  return (topic, body, { instruments }) => {
    if (topic.startsWith(TICKERS)) return hearTicker(find(topic.slice(TICKERS.length), instruments), body)
    if (topic.startsWith(KLINES)) {
      return hearKline(topic.slice(KLINES.length), body, (symbol) => find(symbol, instruments))
    }
    return ignored(`topic ${topic.slice(0, 40)}`)
  }
}

/** Tickers in the exchange's own layout. What is heard here, {@link createHearMarketTopic} hears alike. */
export function createHearTickerQuickly(): HearQuickly<MarketEvent, MarketFeedContext> {
  const find = createFindInstrument()
  return (text, { instruments }) => {
    const ticker = readTickerQuickly(text)
    const instrument = ticker === null ? undefined : find(ticker.symbol, instruments)
    if (ticker === null || instrument === undefined) return null
    return ok({ kind: 'items', items: [priceEvent(instrument, ticker)] })
  }
}

/** `cs` orders ticker frames: it may repeat or skip, and a lower one than before is old. */
function hearTicker(instrument: Instrument | undefined, body: object): HeardMarket {
  if (instrument === undefined) return ignored('prices of a contract that is not listed')
  const frame = read(tickerFrame, body, 'tickers')
  if (!frame.ok) return frame
  const { type, data, cs, ts } = frame.value
  const fields = readTickerFields(data)
  if (!fields.ok) return fields
  const whole = type === 'snapshot'
  const event = priceEvent(instrument, { whole, fields: fields.value, order: cs ?? ts, at: ts })
  return ok({ kind: 'items', items: [event] })
}

/** The symbol of a candle stands in its topic only: `kline.<interval>.<symbol>`. */
function hearKline(rest: string, body: object, find: (symbol: string) => Instrument | undefined): HeardMarket {
  const point = rest.indexOf('.')
  const interval = intervalOf(rest.slice(0, point))
  const instrument = find(rest.slice(point + 1))
  if (interval === null || instrument === undefined) return ignored('candles nobody asked for')
  const frame = read(klineFrame, body, 'kline')
  if (!frame.ok) return frame
  const { data, ts } = frame.value
  return ok({ kind: 'items', items: data.map((row) => candleEvent(row, instrument, interval, ts)) })
}

function ignored(what: string): HeardMarket {
  return ok({ kind: 'ignored', what })
}
