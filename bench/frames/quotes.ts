import type { Draw } from './draw.ts'

/** One contract whose price wanders by ticks, with as many digits as contracts of its price have. */
export interface Quote {
  readonly symbol: string
  /** Moves the price a little and answers how to write amounts near it. */
  move(): Prices
}

export interface Prices {
  readonly bid: string
  readonly ask: string
  readonly last: string
  readonly mark: string
  readonly index: string
  readonly high: string
  readonly low: string
}

const STARTS = [
  { ticks: 840_215, places: 1 },
  { ticks: 316_042, places: 2 },
  { ticks: 14_233, places: 3 },
  { ticks: 58_127, places: 5 },
  { ticks: 2_811, places: 7 },
] as const

export function createQuotes(symbols: readonly string[], draw: Draw): readonly Quote[] {
  return symbols.map((symbol, at) => createQuote(symbol, STARTS[at % STARTS.length]!, draw))
}

function createQuote(symbol: string, start: (typeof STARTS)[number], draw: Draw): Quote {
  const { places } = start
  const state: { ticks: number } = { ticks: start.ticks }
  const write = (ticks: number): string => (ticks / 10 ** places).toFixed(places)
  return {
    symbol,
    move: () => {
      state.ticks = Math.max(100, state.ticks + draw.whole(9) - 4)
      const { ticks } = state
      return {
        bid: write(ticks - 1),
        ask: write(ticks),
        last: write(ticks - draw.whole(2)),
        mark: write(ticks + draw.whole(3) - 1),
        index: write(ticks + draw.whole(5) - 2),
        high: write(start.ticks + 4000),
        low: write(start.ticks - 90),
      }
    },
  }
}

/** An amount with so many digits after the point. */
export function amount(draw: Draw, below: number, places: number): string {
  return (draw.next() * below).toFixed(places)
}

/** While a candle is built its volume only grows. */
export function grownVolume(count: number): string {
  return (count / 1000).toFixed(3)
}

export function minuteOf(time: number): number {
  return time - (time % 60_000)
}
