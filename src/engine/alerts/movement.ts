import { compare, div, negate, sign, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'
import { createPriceWindow, type Extremes, type PriceWindow } from './price-window.ts'

/** Prices of the contracts that somebody watches the moves of, as far back as the longest window asks. */
export interface Movement {
  /** Which windows are watched from now on; what nobody asks for is forgotten. */
  want(windows: readonly { readonly instrument: InstrumentId; readonly withinMs: number }[]): void
  heard(instrument: InstrumentId, price: Decimal, at: Time): void
  moved(instrument: InstrumentId, withinMs: number, direction: 'up' | 'down' | 'either', now: Time): Decimal | null
}

const FRACTION_DIGITS = 6

export function createMovement(): Movement {
  const kept = new Map<InstrumentId, ReadonlyMap<number, PriceWindow>>()

  function want(windows: Parameters<Movement['want']>[0]): void {
    const wanted = Map.groupBy(windows, ({ instrument }) => instrument)
    for (const instrument of [...kept.keys()]) if (!wanted.has(instrument)) kept.delete(instrument)
    for (const [instrument, lengths] of wanted) {
      const before = kept.get(instrument)
      const windowOf = (withinMs: number): PriceWindow => before?.get(withinMs) ?? createPriceWindow(withinMs)
      kept.set(instrument, new Map(lengths.map(({ withinMs }) => [withinMs, windowOf(withinMs)])))
    }
  }

  return {
    want,
    heard: (instrument, price, at) => {
      for (const window of kept.get(instrument)?.values() ?? []) window.heard(price, at)
    },
    moved: (instrument, withinMs, direction, now) => {
      const extremes = kept.get(instrument)?.get(withinMs)?.extremes(now) ?? null
      return extremes === null ? null : largest(extremes, direction)
    },
  }
}

/** Up from the lowest price, down from the highest, to where the price is now. */
function largest({ low, high, last }: Extremes, direction: 'up' | 'down' | 'either'): Decimal {
  if (direction === 'up') return share(last, low)
  if (direction === 'down') return share(last, high)
  return larger(share(last, low), share(last, high))
}

/** Of a rise and a fall the one that went further. */
export function larger(up: Decimal, down: Decimal): Decimal {
  return compare(up, negate(down)) >= 0 ? up : down
}

/** How far the price is from another, as a signed share of that. */
export function share(now: Decimal, from: Decimal): Decimal {
  return sign(from) <= 0 ? ZERO : div(sub(now, from), from, FRACTION_DIGITS, 'half-even')
}
