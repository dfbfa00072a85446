import type { Heard, MarketFeedContext } from '../../engine/ports/feed.ts'
import type { Instrument } from '../../engine/market/instrument.ts'
import type { MarketEvent } from '../../engine/market/price.ts'
import { instrumentId, marketOf } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { read } from './failures.ts'
import { intervalOf } from './intervals.ts'
import { candleEvent, priceEvent } from './normalise-price.ts'
import { klineFrame, tickerFrame } from './wire-public.ts'

type HeardMarket = Result<Heard<MarketEvent>>

const TICKERS = 'tickers.'
const KLINES = 'kline.'

export function hearMarketTopic(topic: string, body: object, context: MarketFeedContext): HeardMarket {
  if (topic.startsWith(TICKERS)) return hearTicker(topic.slice(TICKERS.length), body, context)
  if (topic.startsWith(KLINES)) return hearKline(topic.slice(KLINES.length), body, context)
  return ignored(`topic ${topic.slice(0, 40)}`)
}

/** `cs` orders ticker frames: it may repeat or skip, and a lower one than before is old. */
function hearTicker(symbol: string, body: object, context: MarketFeedContext): HeardMarket {
  const instrument = instrumentOf(symbol, context)
  if (instrument === undefined) return ignored('prices of a contract that is not listed')
  const frame = read(tickerFrame, body, 'tickers')
  if (!frame.ok) return frame
  const { type, data, cs, ts } = frame.value
  const event = priceEvent(data, instrument, { whole: type === 'snapshot', order: cs ?? ts, at: ts })
  return ok({ kind: 'items', items: [event] })
}

/** The symbol of a candle stands in its topic only: `kline.<interval>.<symbol>`. */
function hearKline(rest: string, body: object, context: MarketFeedContext): HeardMarket {
  const point = rest.indexOf('.')
  const interval = intervalOf(rest.slice(0, point))
  const instrument = instrumentOf(rest.slice(point + 1), context)
  if (interval === null || instrument === undefined) return ignored('candles nobody asked for')
  const frame = read(klineFrame, body, 'kline')
  if (!frame.ok) return frame
  const { data, ts } = frame.value
  return ok({ kind: 'items', items: data.map((row) => candleEvent(row, instrument, interval, ts)) })
}

/** A feed serves one market place, so any of its instruments tells which. */
function instrumentOf(symbol: string, { instruments }: MarketFeedContext): Instrument | undefined {
  const { value: any } = instruments.keys().next()
  return any === undefined ? undefined : instruments.get(instrumentId(marketOf(any), symbol))
}

function ignored(what: string): HeardMarket {
  return ok({ kind: 'ignored', what })
}
