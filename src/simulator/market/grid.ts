import type { Decimal } from '../../shared/decimal.ts'

/** A step as whole units: "0.10" is 10 units of 10^-2. */
interface Step {
  readonly units: number
  readonly scale: number
}

/** `count` steps as exact text with the step's own digits; the count is a whole number below 2^53 ÷ units. */
export function onGrid(count: number, step: Decimal): Decimal {
  const { units, scale } = stepOf(step)
  return fixed(count * units, scale)
}

/** The number of steps nearest to a float. */
export function nearestStep(value: number, step: Decimal): number {
  const { units, scale } = stepOf(step)
  return Math.round((value * 10 ** scale) / units)
}

/** A float on the grid of `step`, as text. */
export function snap(value: number, step: Decimal): Decimal {
  return onGrid(nearestStep(value, step), step)
}

/** A whole number of 10^-scale units as text with exactly `scale` digits after the point. */
export function fixed(units: number, scale: number): Decimal {
  const minus = units < 0 ? '-' : ''
  const digits = Math.abs(units)
    .toFixed(0)
    .padStart(scale + 1, '0')
  // Built digit by digit, so it is a decimal by construction.
  if (scale === 0) return (minus + digits) as Decimal
  return `${minus}${digits.slice(0, -scale)}.${digits.slice(-scale)}` as Decimal
}

function stepOf(step: Decimal): Step {
  const point = step.indexOf('.')
  if (point < 0) return { units: Number(step), scale: 0 }
  return { units: Number(step.slice(0, point) + step.slice(point + 1)), scale: step.length - point - 1 }
}
