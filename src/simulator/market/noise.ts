import { fraction, hashPair } from '../chance.ts'

/** Days over which each layer wanders; the slower ones are larger, and all return. */
const PERIODS = [1, 3, 9, 27, 81, 243]

/** Bounded noise whose steps look like a random walk's on every scale up to the slowest period. */
export function layeredNoise(place: number, day: number): number {
  return PERIODS.reduce(
    (sum, period) => sum + Math.sqrt(period) * smoothNoise(hashPair(place, period), day / period),
    0,
  )
}

/** Between random heights in [-1, 1] at whole numbers, eased. */
export function smoothNoise(place: number, x: number): number {
  const whole = Math.floor(x)
  const part = x - whole
  const eased = part * part * (3 - 2 * part)
  return height(place, whole) * (1 - eased) + height(place, whole + 1) * eased
}

/** A random height in [-1, 1). */
export function height(place: number, index: number): number {
  return 2 * fraction(hashPair(place, index)) - 1
}
