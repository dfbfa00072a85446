import {
  add,
  compare,
  div,
  isZero,
  mul,
  parseDecimal,
  sub,
  trim,
  ZERO,
  type Decimal,
} from '../../../../shared/decimal.ts'
import { placesOf } from '../../../../shared/format/amount.ts'

/** The price a contract can have that is nearest to this one: a whole number of its price steps, and never nothing. */
export function snapToTick(price: Decimal, tick: Decimal): Decimal {
  if (isZero(tick)) return price
  const steps = div(price, tick, 0, 'half-even')
  const snapped = mul(compare(steps, ZERO) > 0 ? steps : ONE_STEP, tick)
  return trim(snapped)
}

// One step as a number of steps.
const ONE_STEP = '1' as Decimal

/** So many price steps further, up or down; never below one step. */
export function movedBy(price: Decimal, tick: Decimal, steps: number): Decimal {
  const moved = mul(tick, String(Math.abs(steps)) as Decimal) // a whole number is a decimal
  return snapToTick(steps < 0 ? sub(price, moved) : add(price, moved), tick)
}

/** The price a point of the chart stands for. Charts count in floats; what is kept is a whole number of price steps. */
export function priceFromChart(drawn: number, tick: Decimal): Decimal | null {
  const read = parseDecimal(drawn.toFixed(Math.min(20, placesOf(tick) + 4)))
  return read.ok && Number.isFinite(drawn) && drawn > 0 ? snapToTick(read.value, tick) : null
}

/** From which side the price will come to a line drawn there. */
export function directionTo(price: Decimal, now: Decimal | null): 'above' | 'below' | 'either' {
  const order = now === null ? 0 : compare(price, now)
  return order > 0 ? 'above' : order < 0 ? 'below' : 'either'
}
