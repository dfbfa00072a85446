import { binanceAccount } from './binance-account.ts'
import { binanceMarket } from './binance-market.ts'
import { bybitAccount } from './bybit-account.ts'
import { bybitFirst, bybitMarket } from './bybit-market.ts'
import { createDraw, type Draw } from './draw.ts'
import type { Frame, FrameKind } from './frame-kind.ts'
import { createMoments } from './moments.ts'

/** All frames of one venue for a list of contracts. */
export interface VenueFrames {
  readonly draw: Draw
  readonly market: readonly FrameKind[]
  readonly account: readonly FrameKind[]
  /** What every contract's stream begins with on a new connection. */
  readonly first: readonly Frame[]
}

/** Later than everything the simulator dates, so that no frame is taken for an old one. */
const START = 1_900_000_000_000

export function framesOf(venue: string, symbols: readonly string[], charted: readonly string[]): VenueFrames {
  const draw = createDraw(7)
  const moments = createMoments(START)
  if (venue === 'bybit') {
    const first = bybitFirst(symbols, draw, moments)
    const account = bybitAccount(symbols, draw, moments)
    return { draw, first, market: bybitMarket(symbols, charted, draw, moments), account }
  }
  const market = binanceMarket(symbols, charted, draw, moments)
  return { draw, first: [], market, account: binanceAccount(symbols, draw, moments) }
}
