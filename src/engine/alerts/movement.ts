import { compare, div, negate, sign, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'

/** Prices of the contracts that somebody watches the moves of, as far back as the longest window asks. */
export interface Movement {
  /** Which windows are watched from now on; what nobody asks for is forgotten. */
  want(windows: readonly { readonly instrument: InstrumentId; readonly withinMs: number }[]): void
  heard(instrument: InstrumentId, price: Decimal, at: Time): void
  moved(instrument: InstrumentId, withinMs: number, direction: 'up' | 'down' | 'either', now: Time): Decimal | null
}

/** One stretch of a window; a window is this many of them, so a move is found to within a stretch. */
interface Stretch {
  readonly from: Time
  low: Decimal
  high: Decimal
  last: Decimal
}

const STRETCHES = 60
const FRACTION_DIGITS = 6

export function createMovement(): Movement {
  const kept = new Map<string, Stretch[]>()
  const lengths = new Map<InstrumentId, readonly number[]>()

  function want(windows: Parameters<Movement['want']>[0]): void {
    lengths.clear()
    for (const { instrument, withinMs } of windows)
      lengths.set(instrument, [...new Set([...(lengths.get(instrument) ?? []), withinMs])])
    const names = new Set(windows.map(({ instrument, withinMs }) => nameOf(instrument, withinMs)))
    for (const name of [...kept.keys()]) if (!names.has(name)) kept.delete(name)
  }

  function heard(instrument: InstrumentId, price: Decimal, at: Time): void {
    for (const withinMs of lengths.get(instrument) ?? []) {
      const name = nameOf(instrument, withinMs)
      const stretches = kept.get(name) ?? []
      add(stretches, price, at, withinMs / STRETCHES)
      drop(stretches, at - withinMs)
      kept.set(name, stretches)
    }
  }

  return {
    want,
    heard,
    moved: (instrument, withinMs, direction, now) => {
      const stretches = kept.get(nameOf(instrument, withinMs)) ?? []
      drop(stretches, now - withinMs)
      return largest(stretches, direction)
    },
  }
}

function nameOf(instrument: InstrumentId, withinMs: number): string {
  return `${instrument} ${withinMs}`
}

function add(stretches: Stretch[], price: Decimal, at: Time, length: number): void {
  const newest = stretches.at(-1)
  if (newest === undefined || at - newest.from >= length || at < newest.from) {
    stretches.push({ from: at, low: price, high: price, last: price })
    return
  }
  if (compare(price, newest.low) < 0) newest.low = price
  if (compare(price, newest.high) > 0) newest.high = price
  newest.last = price
}

/** A clock that was set back leaves stretches of the future; they say nothing about this window either. */
function drop(stretches: Stretch[], before: Time): void {
  while (stretches[0] !== undefined && stretches[0].from < before) stretches.shift()
}

/** Up from the lowest price, down from the highest, to where the price is now. */
function largest(stretches: readonly Stretch[], direction: 'up' | 'down' | 'either'): Decimal | null {
  const now = stretches.at(-1)?.last
  if (now === undefined || stretches.length < 2) return null
  if (direction === 'up') return share(now, lowest(stretches))
  if (direction === 'down') return share(now, highest(stretches))
  return larger(share(now, lowest(stretches)), share(now, highest(stretches)))
}

/** Of a rise and a fall the one that went further. */
export function larger(up: Decimal, down: Decimal): Decimal {
  return compare(up, negate(down)) >= 0 ? up : down
}

/** How far the price is from another, as a signed share of that. */
export function share(now: Decimal, from: Decimal): Decimal {
  return sign(from) <= 0 ? ZERO : div(sub(now, from), from, FRACTION_DIGITS, 'half-even')
}

function lowest(stretches: readonly Stretch[]): Decimal {
  return stretches.map(({ low }) => low).reduce((a, b) => (compare(a, b) <= 0 ? a : b))
}

function highest(stretches: readonly Stretch[]): Decimal {
  return stretches.map(({ high }) => high).reduce((a, b) => (compare(a, b) >= 0 ? a : b))
}
