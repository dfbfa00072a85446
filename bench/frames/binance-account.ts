import type { Draw } from './draw.ts'
import { firstRow, fixture, part } from './fixture.ts'
import type { Frame, FrameKind } from './frame-kind.ts'
import type { Moments } from './moments.ts'
import { amount, createQuotes, type Quote } from './quotes.ts'

const VENUE = 'binance'

/** What an account that trades a dozen contracts tells of itself. */
export function binanceAccount(symbols: readonly string[], draw: Draw, moments: Moments): readonly FrameKind[] {
  const recorded = fixture(VENUE, 'user-events')
  const quotes = createQuotes(symbols.slice(0, 12), draw)
  const of = (name: string, share: number, make: (quote: Quote, at: number, count: number) => object): FrameKind => {
    const drawn = (): Frame => {
      const count = moments.count()
      const quote = quotes[draw.whole(quotes.length)]!
      return { topic: '', text: JSON.stringify(make(quote, moments.time(), count)) }
    }
    return { venue: VENUE, road: 'account', name, share, make: drawn }
  }
  const update = recorded['accountUpdateOrder']
  const balance = firstRow(part(update, 'a'), 'B')
  const position = firstRow(part(update, 'a'), 'P')
  const order = recorded['orderFilled']
  return [
    of('ACCOUNT_UPDATE', 50, ({ symbol, move }, at) => {
      const P = [{ ...position, s: symbol, up: amount(draw, 400, 8), ep: move().last }]
      const B = [{ ...balance, wb: amount(draw, 10_000, 8) }]
      return { ...update, T: at, E: at + 1, a: { ...part(update, 'a'), B, P } }
    }),
    of('ORDER_TRADE_UPDATE', 50, ({ symbol, move }, at, count) => {
      const o = {
        ...part(order, 'o'),
        s: symbol,
        L: move().last,
        t: 6_904_211_877 + count,
        T: at,
        i: 8_886_774 + draw.whole(4),
      }
      return { ...order, T: at, E: at + 1, o }
    }),
  ]
}
