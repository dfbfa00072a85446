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
  const corners = bridge(bar, count, chance)
  const bars = withExtremes(bar, withWicks(bar, corners, chance))
  const weight = (part: Bar): number =>
    0.35 + chance.next() ** 2 + (4 * (part.high - part.low)) / (bar.high - bar.low || 1)
  return { bars, volume: cumulate(bars.map(weight)) }
}

export function typical(bar: Bar): number {
  return (bar.open + bar.high + bar.low + bar.close) / 4
}

function bridge(bar: Bar, count: number, chance: Chance): readonly number[] {
  const steps = [0]
  for (let index = 1; index <= count; index++) steps.push((steps[index - 1] ?? 0) + chance.next() + chance.next() - 1)
  const drift = (steps[count] ?? 0) / count
  const wander = steps.map((step, index) => step - drift * index)
  const spread = Math.max(...wander) - Math.min(...wander)
  const size = spread === 0 ? 0 : ((bar.high - bar.low) * 0.8) / spread
  return wander.map((step, index) => {
    const straight = bar.open + ((bar.close - bar.open) * index) / count
    return index === 0 ? bar.open : index === count ? bar.close : clamp(straight + step * size, bar.low, bar.high)
  })
}

function withWicks(bar: Bar, corners: readonly number[], chance: Chance): readonly Bar[] {
  const reach = (bar.high - bar.low) / Math.sqrt(corners.length) / 3
  return corners.slice(1).map((close, index) => {
    const open = corners[index] ?? close
    return {
      open,
      close,
      high: Math.min(bar.high, Math.max(open, close) + chance.next() * reach),
      low: Math.max(bar.low, Math.min(open, close) - chance.next() * reach),
    }
  })
}

function withExtremes(bar: Bar, bars: readonly Bar[]): readonly Bar[] {
  const highest = extreme(bars, (part) => part.high)
  const lowest = extreme(bars, (part) => -part.low)
  return bars.map((part, index) => ({
    open: part.open,
    close: part.close,
    high: index === highest ? bar.high : part.high,
    low: index === lowest ? bar.low : part.low,
  }))
}

function extreme(bars: readonly Bar[], measure: (bar: Bar) => number): number {
  let best = 0
  bars.forEach((bar, index) => {
    if (measure(bar) > measure(bars[best] ?? bar)) best = index
  })
  return best
}

function cumulate(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let running = 0
  const shares = weights.map((weight) => (running += weight) / total)
  return [0, ...shares.slice(0, -1), 1]
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
