import { createChance, hashPair, type Chance } from '../chance.ts'

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

/**
 * Cuts a bar into `count` parts: the first opens and the last closes as it does, and its high and low are the highest
 * and lowest of theirs. Repeatable: the same bar, place and count give the same parts.
 */
export function subdivide(bar: Bar, count: number, place: number): Parts {
  const chance = createChance(hashPair(place, count))
  const bars = withExtremes(bar, withWicks(bar, corners(bar, count, chance), chance))
  return { bars, volume: volumes(bar, bars, chance) }
}

export function typical(bar: Bar): number {
  return (bar.open + bar.high + bar.low + bar.close) / 4
}

/** A random path from open to close that keeps between low and high: count + 1 prices. */
function corners(bar: Bar, count: number, chance: Chance): readonly number[] {
  const steps = wander(count, chance)
  const spread = Math.max(...steps) - Math.min(...steps)
  const size = spread === 0 ? 0 : ((bar.high - bar.low) * 0.8) / spread
  const path = steps.map((step, index) => {
    const straight = bar.open + ((bar.close - bar.open) * index) / count
    return Math.min(bar.high, Math.max(bar.low, straight + step * size))
  })
  path[0] = bar.open
  path[count] = bar.close
  return path
}

/** A random walk that ends where it began. */
function wander(count: number, chance: Chance): number[] {
  const steps = [0]
  let place = 0
  for (let index = 1; index <= count; index++) steps.push((place += chance.next() + chance.next() - 1))
  const drift = place / count
  for (let index = 1; index <= count; index++) steps[index] = (steps[index] ?? 0) - drift * index
  return steps
}

function withWicks(bar: Bar, path: readonly number[], chance: Chance): Bar[] {
  const reach = (bar.high - bar.low) / Math.sqrt(path.length) / 3
  const bars: Bar[] = []
  for (let index = 1; index < path.length; index++) {
    const open = path[index - 1] ?? bar.open
    const close = path[index] ?? bar.close
    const high = Math.min(bar.high, Math.max(open, close) + chance.next() * reach)
    const low = Math.max(bar.low, Math.min(open, close) - chance.next() * reach)
    bars.push({ open, high, low, close })
  }
  return bars
}

/** The highest part reaches the whole's high, the lowest its low. */
function withExtremes(bar: Bar, bars: Bar[]): readonly Bar[] {
  const highest = indexOfMost(bars, (part) => part.high)
  bars[highest] = { ...(bars[highest] ?? bar), high: bar.high }
  const lowest = indexOfMost(bars, (part) => -part.low)
  bars[lowest] = { ...(bars[lowest] ?? bar), low: bar.low }
  return bars
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
  const range = bar.high - bar.low || 1
  const running = [0]
  let total = 0
  for (const part of bars) running.push((total += 0.35 + chance.next() ** 2 + (4 * (part.high - part.low)) / range))
  return running.map((sum) => sum / total)
}
