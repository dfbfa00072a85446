import type { Draw } from './draw.ts'
import { firstRow, fixture } from './fixture.ts'
import type { Frame, FrameKind } from './frame-kind.ts'
import type { Moments } from './moments.ts'
import { amount, createQuotes, type Quote } from './quotes.ts'

const VENUE = 'bybit'

type Change = (quote: Quote, at: number, count: number) => Readonly<Record<string, unknown>>

/** What an account that trades a dozen contracts tells of itself. */
export function bybitAccount(symbols: readonly string[], draw: Draw, moments: Moments): readonly FrameKind[] {
  const recorded = fixture(VENUE, 'private')
  const quotes = createQuotes(symbols.slice(0, 12), draw)
  const kind = (name: string, of: string, share: number, change: Change): FrameKind => {
    const frame = recorded[of] ?? {}
    const row = firstRow(frame, 'data')
    const make = (): Frame => {
      const count = moments.count()
      const creationTime = moments.time()
      const quote = quotes[draw.whole(quotes.length)]!
      const data = [{ ...row, ...change(quote, creationTime, count) }]
      return { topic: '', text: JSON.stringify({ ...frame, creationTime, data }) }
    }
    return { venue: VENUE, road: 'account', name, share, make }
  }
  const coins = firstRow(recorded['wallet'], 'data')['coin'] as readonly object[]
  return [
    kind('position', 'position', 35, ({ symbol, move }, at, count) => {
      const figures = { markPrice: move().mark, unrealisedPnl: amount(draw, 400, 4) }
      return { symbol, ...figures, updatedTime: String(at), seq: 4_688_002_127 + count }
    }),
    kind('wallet', 'wallet', 30, () => {
      const changed = coins.map((coin) => ({ ...coin, equity: amount(draw, 20_000, 8) }))
      return { totalEquity: amount(draw, 20_000, 8), coin: changed }
    }),
    kind('order', 'orderLimit', 20, ({ symbol, move }, at) => {
      const orderId = `order-${draw.whole(20)}`
      return { symbol, orderId, price: move().bid, updatedTime: String(at), cumExecQty: amount(draw, 1, 3) }
    }),
    kind('execution', 'execution', 15, ({ symbol, move }, at, count) => {
      return { symbol, execId: `execution-${count}`, execPrice: move().last, execTime: String(at) }
    }),
  ]
}
