import type { Chance } from '../chance.ts'
import type { Bar } from './subdivide.ts'

/** A corner of a path: at this cut it passes through this price. */
export interface Knot {
  readonly cut: number
  readonly price: number
}

/** How much of a wick the skeleton goes out; the rest is the noise around it. */
const LEAST_REACH = 0.7
const SPREAD_REACH = 0.25

/**
 * The four corners of the path through a bar: its open, its two extremes in the likelier order, its close. A longer
 * way takes longer, as the square of it, which is how far a price wanders in a given time.
 */
export function skeletonOf(bar: Bar, count: number, chance: Chance): readonly Knot[] {
  const [first, second] = extremes(bar, chance)
  const prices = [bar.open, first, second, bar.close]
  const weights = prices.slice(1).map((price, index) => weight(price - (prices[index] ?? price), bar, chance))
  const total = weights.reduce((sum, each) => sum + each, 0)
  const one = within(1, count - 2, Math.round((count * (weights[0] ?? 0)) / total))
  const two = within(one + 1, count - 1, Math.round((count * ((weights[0] ?? 0) + (weights[1] ?? 0))) / total))
  return [0, one, two, count].map((cut, index) => ({ cut, price: prices[index] ?? bar.open }))
}

/** The straight lines between the corners, at every cut. */
export function pathAlong(knots: readonly Knot[]): number[] {
  const path: number[] = []
  for (let index = 1; index < knots.length; index++) {
    const [from, to] = [knots[index - 1], knots[index]]
    if (from === undefined || to === undefined) continue
    for (let cut = from.cut; cut < to.cut; cut++) {
      path.push(from.price + ((to.price - from.price) * (cut - from.cut)) / (to.cut - from.cut))
    }
  }
  return [...path, knots.at(-1)?.price ?? 0]
}

/** A bar that rose was mostly low first. */
function extremes(bar: Bar, chance: Chance): readonly [number, number] {
  const reach = (): number => LEAST_REACH + SPREAD_REACH * chance.next()
  const [top, bottom] = [Math.max(bar.open, bar.close), Math.min(bar.open, bar.close)]
  const high = top + (bar.high - top) * reach()
  const low = bottom - (bottom - bar.low) * reach()
  const range = bar.high - bar.low || 1
  const lowFirst = 0.5 + (0.45 * (bar.close - bar.open)) / range
  return chance.next() < lowFirst ? [low, high] : [high, low]
}

function weight(way: number, bar: Bar, chance: Chance): number {
  const part = way / (bar.high - bar.low || 1)
  return (part ** 2 + 0.02) * (0.6 + 0.8 * chance.next())
}

function within(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value))
}
