import { max, min, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'

/** Where prices were within a window, and where the newest one is. */
export interface Extremes {
  readonly low: Decimal
  readonly high: Decimal
  readonly last: Decimal
}

/** The prices of one contract as far back as a window reaches. */
export interface PriceWindow {
  heard(price: Decimal, at: Time): void
  /** Puts in where prices were before the first that was heard, oldest first. */
  fill(past: readonly Stretch[]): void
  /** Null while there is too little of it to speak of a move. */
  extremes(now: Time): Extremes | null
}

/** One stretch of a window. */
export interface Stretch extends Extremes {
  readonly from: Time
}

/** A window is this many stretches, so a move is found to within one of them. */
const STRETCHES = 60

export function createPriceWindow(withinMs: number): PriceWindow {
  const stretches: Stretch[] = []
  /** Of all stretches but the newest: asked many times a second, and another one only when stretches come or go. */
  const older: { known: Pick<Extremes, 'low' | 'high'> | null } = { known: null }

  /** A clock that was set back leaves stretches of the future behind; they say nothing about this window either. */
  function drop(now: Time): void {
    const { length } = stretches
    while (stretches[0] !== undefined && stretches[0].from < now - withinMs) stretches.shift()
    while ((stretches.at(-1)?.from ?? now) > now) stretches.pop()
    if (stretches.length < length) older.known = null
  }

  function heard(price: Decimal, at: Time): void {
    drop(at)
    const newest = stretches.at(-1)
    if (newest === undefined || at - newest.from >= withinMs / STRETCHES) {
      stretches.push({ from: at, low: price, high: price, last: price })
      older.known = null
    } else if (newest.last !== price) {
      const { from, low, high } = newest
      stretches[stretches.length - 1] = { from, low: min(price, low), high: max(price, high), last: price }
    }
  }

  return {
    heard,
    fill: (past) => {
      const first = stretches[0]?.from ?? Infinity
      stretches.unshift(...past.filter(({ from }) => from < first))
      older.known = null
    },
    extremes: (now) => {
      drop(now)
      const newest = stretches.at(-1)
      if (newest === undefined || stretches.length < 2) return null
      older.known ??= stretches.slice(0, -1).reduce<Pick<Extremes, 'low' | 'high'>>(wider, newest)
      return { ...wider(older.known, newest), last: newest.last }
    },
  }
}

function wider(a: Pick<Extremes, 'low' | 'high'>, b: Pick<Extremes, 'low' | 'high'>): Pick<Extremes, 'low' | 'high'> {
  return { low: min(a.low, b.low), high: max(a.high, b.high) }
}
