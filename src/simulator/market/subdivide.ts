import { createChance, hashPair, type Chance } from '../chance.ts'
import { pathAlong, skeletonOf, type Knot } from './skeleton.ts'

/** A stretch of the walk, relative to the contract's anchor price. */
export interface Bar {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
}

/** A bar cut into equal stretches that make it up exactly. */
export interface Parts {
  readonly bars: readonly Bar[]
  /** Cumulative share of the bar's volume at each cut, from 0 to 1. */
  readonly volume: readonly number[]
}

/** The range of a random walk is about this many times its typical end. */
const RANGE_OF_WALK = 1.6
const LEAST_RANGE = 0.7

/**
 * Cuts a bar into `count` parts: the first opens and the last closes as it does, and its high and low are the highest
 * and lowest of theirs. Lively and quiet parts come in clusters. Repeatable: the same bar, place and count give the
 * same parts.
 */
export function subdivide(bar: Bar, count: number, place: number): Parts {
  const chance = createChance(hashPair(place, count))
  const sizes = liveliness(count, (bar.high - bar.low) / RANGE_OF_WALK / Math.sqrt(count), chance)
  const knots = skeletonOf(bar, count, chance)
  const path = turnedBack(wander(pathAlong(knots), knots, sizes, chance), knots)
  const bars = fitted(bar, withWicks(path, sizes, chance)).map((part, index) => opened(part, bar, sizes[index] ?? 0))
  return { bars, volume: volumes(bar, bars, chance) }
}

export function typical(bar: Bar): number {
  return (bar.open + bar.high + bar.low + bar.close) / 4
}

/** How far each part typically moves: like its neighbour, now and then more or less. */
function liveliness(count: number, usual: number, chance: Chance): readonly number[] {
  let mood = bell(chance) * 0.35
  return Array.from({ length: count }, () => {
    mood = 0.85 * mood + 0.18 * bell(chance)
    return usual * Math.exp(mood - 0.06)
  })
}

/** About a standard normal number, never beyond 3. */
function bell(chance: Chance): number {
  return 2 * (chance.next() + chance.next() + chance.next()) - 3
}

/** Noise around the straight lines that is nothing at their corners. */
function wander(path: number[], knots: readonly Knot[], sizes: readonly number[], chance: Chance): readonly number[] {
  for (let index = 1; index < knots.length; index++) {
    const [from, to] = [knots[index - 1]?.cut ?? 0, knots[index]?.cut ?? 0]
    const steps = [0]
    for (let cut = from; cut < to; cut++) steps.push((steps.at(-1) ?? 0) + bell(chance) * (sizes[cut] ?? 0))
    const drift = (steps.at(-1) ?? 0) / (to - from)
    for (let cut = from + 1; cut < to; cut++)
      path[cut] = (path[cut] ?? 0) + (steps[cut - from] ?? 0) - drift * (cut - from)
  }
  return path
}

/** What would go beyond the skeleton's extremes turns back there, so that no crowd of parts is pressed against a wall. */
function turnedBack(path: readonly number[], knots: readonly Knot[]): readonly number[] {
  const prices = knots.map(({ price }) => price)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const width = high - low
  return path.map((price) => {
    if (width === 0 || (price >= low && price <= high)) return price
    const away = (((price - low) % (2 * width)) + 2 * width) % (2 * width)
    return low + (away > width ? 2 * width - away : away)
  })
}

/** Every part goes a little beyond its open and close on both sides. */
function withWicks(path: readonly number[], sizes: readonly number[], chance: Chance): readonly Bar[] {
  const wick = (index: number): number => (sizes[index] ?? 0) * (0.22 + 0.7 * chance.next() ** 2)
  return sizes.map((_, index) => {
    const open = path[index] ?? 0
    const close = path[index + 1] ?? open
    return { open, close, high: Math.max(open, close) + wick(index), low: Math.min(open, close) - wick(index) }
  })
}

/**
 * Stretches what lies above the whole's body, and what lies below it, until they end exactly at its high and low. The
 * order of any two prices stays, so nothing is cut flat.
 */
function fitted(bar: Bar, bars: readonly Bar[]): readonly Bar[] {
  const [top, bottom] = [Math.max(bar.open, bar.close), Math.min(bar.open, bar.close)]
  const [highest, lowest] = [indexOfMost(bars, (part) => part.high), indexOfMost(bars, (part) => -part.low)]
  const above = (bar.high - top) / ((bars[highest]?.high ?? top) - top || 1)
  const below = (bottom - bar.low) / (bottom - (bars[lowest]?.low ?? bottom) || 1)
  const fit = (price: number): number => {
    if (price > top) return top + (price - top) * above
    return price < bottom ? bottom - (bottom - price) * below : price
  }
  return bars.map((part, index) => ({
    open: index === 0 ? bar.open : fit(part.open),
    close: index === bars.length - 1 ? bar.close : fit(part.close),
    // Where the whole turns, its own figure stands, not one that was computed back.
    high: index === highest ? bar.high : fit(part.high),
    low: index === lowest ? bar.low : fit(part.low),
  }))
}

/** No stretch of trading stands still: at least this part of how far it typically moves lies between high and low. */
function opened(part: Bar, bar: Bar, size: number): Bar {
  const missing = LEAST_RANGE * size - (part.high - part.low)
  if (missing <= 0) return part
  const high = Math.min(bar.high, part.high + missing / 2)
  const low = Math.max(bar.low, part.low - missing + (high - part.high))
  return { ...part, high, low }
}

function indexOfMost(bars: readonly Bar[], measure: (bar: Bar) => number): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  bars.forEach((bar, index) => {
    const size = measure(bar)
    if (size > most) [best, most] = [index, size]
  })
  return best
}

/** Livelier parts trade more. */
function volumes(bar: Bar, bars: readonly Bar[], chance: Chance): readonly number[] {
  const usual = (bar.high - bar.low) / Math.sqrt(bars.length) || 1
  const running = [0]
  let total = 0
  for (const part of bars) running.push((total += 0.25 + chance.next() ** 2 + (1.4 * (part.high - part.low)) / usual))
  return running.map((sum) => sum / total)
}
