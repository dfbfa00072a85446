import type { Draw } from './draw.ts'
import { firstRow, fixture, part } from './fixture.ts'
import type { Frame, FrameKind } from './frame-kind.ts'
import type { Moments } from './moments.ts'
import { amount, createQuotes, grownVolume, minuteOf, type Prices } from './quotes.ts'

const VENUE = 'bybit'
const FIRST_SEQUENCE = 814_547_789_500

/** Tickers of every symbol and one-minute candles of the first few; snapshots come once in a while. */
export function bybitMarket(
  symbols: readonly string[],
  charted: readonly string[],
  draw: Draw,
  moments: Moments,
): readonly FrameKind[] {
  const recorded = fixture(VENUE, 'public')
  const quotes = createQuotes(symbols, draw)
  const charts = createQuotes(charted, draw)
  const kind = { venue: VENUE, road: 'market' } as const
  const ticker = (type: string, fields: (prices: Prices) => Readonly<Record<string, string>>): Frame => {
    const { symbol, move } = quotes[draw.whole(quotes.length)]!
    // The symbol comes first on the wire, whatever the fields bring along.
    const data = Object.assign({ symbol }, fields(move()), { symbol })
    const cs = FIRST_SEQUENCE + moments.count()
    return framed(`tickers.${symbol}`, { type, data, cs, ts: moments.time() })
  }
  const whole = part(recorded['tickerSnapshot'], 'data') as Readonly<Record<string, string>>
  return [
    { ...kind, name: 'ticker delta', share: 92, make: () => ticker('delta', (prices) => deltaOf(prices, draw)) },
    { ...kind, name: 'ticker snapshot', share: 2, make: () => ticker('snapshot', (prices) => fullOf(whole, prices)) },
    {
      ...kind,
      name: 'kline',
      share: 6,
      make: () => {
        const quote = charts[draw.whole(charts.length)]!
        const { last, high, low } = quote.move()
        const volume = grownVolume(moments.count())
        const ts = moments.time()
        const row = { ...firstRow(recorded['kline'], 'data'), start: minuteOf(ts), close: last, high, low, volume }
        return framed(`kline.1.${quote.symbol}`, { data: [{ ...row, timestamp: ts }], ts, type: 'snapshot' })
      },
    },
  ]
}

/** A whole ticker of each symbol, with which every connection begins. */
export function bybitFirst(symbols: readonly string[], draw: Draw, moments: Moments): readonly Frame[] {
  const whole = part(fixture(VENUE, 'public')['tickerSnapshot'], 'data') as Readonly<Record<string, string>>
  return createQuotes(symbols, draw).map(({ symbol, move }) => {
    const data = { ...fullOf(whole, move()), symbol }
    const cs = FIRST_SEQUENCE + moments.count()
    return framed(`tickers.${symbol}`, { type: 'snapshot', data, cs, ts: moments.time() })
  })
}

function framed(topic: string, rest: object): Frame {
  return { topic, text: JSON.stringify({ topic, ...rest }) }
}

/** What changes together: the book, a trade, or mark and index with what hangs on them. */
function deltaOf(prices: Prices, draw: Draw): Readonly<Record<string, string>> {
  const { bid, ask, last, mark, index } = prices
  const book = { bid1Price: bid, bid1Size: amount(draw, 9, 3), ask1Price: ask, ask1Size: amount(draw, 9, 3) }
  const chance = draw.next()
  if (chance < 0.45) return book
  if (chance < 0.7) {
    const volumes = { turnover24h: amount(draw, 1e9, 4), volume24h: amount(draw, 1e5, 4) }
    return { tickDirection: 'PlusTick', price24hPcnt: amount(draw, 0.1, 6), lastPrice: last, ...volumes, ...book }
  }
  const values = { openInterestValue: amount(draw, 5e9, 2), singleOpenInterestValue: amount(draw, 5e9, 2) }
  return { markPrice: mark, indexPrice: index, ...values }
}

function fullOf(whole: Readonly<Record<string, string>>, prices: Prices): Readonly<Record<string, string>> {
  const { bid, ask, last, mark, index, high, low } = prices
  const figures = { lastPrice: last, highPrice24h: high, lowPrice24h: low, markPrice: mark, indexPrice: index }
  return { ...whole, ...figures, bid1Price: bid, ask1Price: ask }
}
