import { compare, div, negate, sign, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, Time } from '../../shared/ids.ts'
import { createPriceWindow, type Extremes, type PriceWindow, type Stretch } from './price-window.ts'

/** How far back moves of a contract are watched, and not further than `since`. */
export interface WantedWindow {
  readonly instrument: InstrumentId
  readonly withinMs: number
  readonly since: Time
}

/** Where prices were before a moment, as far as a window reaches back; null: nothing has to be read. */
export type ReadPast = (window: WantedWindow, before: Time) => Promise<readonly Stretch[]> | null

/** Prices of the contracts that somebody watches the moves of, as far back as the longest window asks. */
export interface Movement {
  /** Which windows are watched from now on; what nobody asks for is forgotten. */
  want(windows: readonly WantedWindow[]): void
  heard(instrument: InstrumentId, price: Decimal, at: Time): void
  /** Null while the past is still being read. */
  moved(instrument: InstrumentId, withinMs: number, direction: 'up' | 'down' | 'either', now: Time): Decimal | null
}

const FRACTION_DIGITS = 6

interface Kept extends WantedWindow {
  readonly window: PriceWindow
  state: 'unheard' | 'reading' | 'whole'
}

export function createMovement(readPast: ReadPast = () => null): Movement {
  const kept = new Map<InstrumentId, ReadonlyMap<number, Kept>>()

  function want(windows: Parameters<Movement['want']>[0]): void {
    const wanted = Map.groupBy(windows, ({ instrument }) => instrument)
    for (const instrument of [...kept.keys()]) if (!wanted.has(instrument)) kept.delete(instrument)
    for (const [instrument, lengths] of wanted) {
      const before = kept.get(instrument)
      // Of several rules the oldest decides.
      const oldestLast = [...lengths].sort((a, b) => b.since - a.since)
      kept.set(
        instrument,
        new Map(oldestLast.map((each) => [each.withinMs, before?.get(each.withinMs) ?? unheard(each)])),
      )
    }
  }

  /** The first price tells that there is somebody to ask what was before it. */
  function read(one: Kept, at: Time): void {
    const past = readPast(one, at)
    one.state = past === null ? 'whole' : 'reading'
    void past?.then((stretches) => {
      one.window.fill(stretches)
      one.state = 'whole'
    })
  }

  return {
    want,
    heard: (instrument, price, at) => {
      for (const one of kept.get(instrument)?.values() ?? []) {
        one.window.heard(price, at)
        if (one.state === 'unheard') read(one, at)
      }
    },
    moved: (instrument, withinMs, direction, now) => {
      const one = kept.get(instrument)?.get(withinMs)
      const extremes = one?.state === 'whole' ? one.window.extremes(now) : null
      return extremes === null ? null : largest(extremes, direction)
    },
  }
}

function unheard(wanted: WantedWindow): Kept {
  return { ...wanted, window: createPriceWindow(wanted.withinMs), state: 'unheard' }
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
