import type { Draw } from './draw.ts'
import { fixture, part } from './fixture.ts'
import type { Frame, FrameKind } from './frame-kind.ts'
import type { Moments } from './moments.ts'
import { amount, createQuotes, grownVolume, minuteOf, type Quote } from './quotes.ts'

const VENUE = 'binance'
const FIRST_UPDATE = 9_924_360_161_244

/** Book and mark prices of every symbol, day figures, and one-minute candles of the first few. */
export function binanceMarket(
  symbols: readonly string[],
  charted: readonly string[],
  draw: Draw,
  moments: Moments,
): readonly FrameKind[] {
  const recorded = fixture(VENUE, 'market-frames')
  const quotes = createQuotes(symbols, draw)
  const charts = createQuotes(charted, draw)
  const of = (
    name: string,
    [share, stream]: readonly [number, string],
    from: readonly Quote[],
    make: (quote: Quote) => object,
  ): FrameKind => {
    const drawn = (): Frame => {
      const quote = from[draw.whole(from.length)]!
      return { topic: `${quote.symbol.toLowerCase()}@${stream}`, text: JSON.stringify(make(quote)) }
    }
    return { venue: VENUE, road: 'market', name, share, make: drawn }
  }
  return [
    of('bookTicker', [80, 'bookTicker'], quotes, ({ symbol, move }) => {
      const { bid, ask } = move()
      const sizes = { B: amount(draw, 90, 3), A: amount(draw, 90, 3) }
      const u = FIRST_UPDATE + moments.count()
      const T = moments.time()
      return { ...recorded['bookTicker'], u, s: symbol, ps: symbol, b: bid, a: ask, ...sizes, T, E: T + 1 }
    }),
    of('markPrice', [10, 'markPrice@1s'], quotes, ({ symbol, move }) => {
      const { mark, index } = move()
      moments.count()
      return { ...recorded['markPrice'], E: moments.time(), s: symbol, p: mark, i: index }
    }),
    of('24hrTicker', [6, 'ticker'], quotes, ({ symbol, move }) => {
      const { last } = move()
      moments.count()
      return { ...recorded['ticker'], E: moments.time(), s: symbol, ps: symbol, c: last, v: amount(draw, 1e6, 3) }
    }),
    of('kline', [4, 'kline_1m'], charts, ({ symbol, move }) => {
      const { last, high, low } = move()
      const v = grownVolume(moments.count())
      const E = moments.time()
      const k = { ...part(recorded['kline'], 'k'), t: minuteOf(E), s: symbol, c: last, h: high, l: low, v }
      return { ...recorded['kline'], E, s: symbol, k }
    }),
  ]
}
