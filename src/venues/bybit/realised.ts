import type { Fill } from '../../engine/account/event.ts'
import type { Instruments } from '../../engine/market/instrument.ts'
import { div, equals, isZero, mul, negate, sub, trim, type Decimal } from '../../shared/decimal.ts'
import { amountOf } from './values.ts'
import type { ClosedPnlRow } from './wire-rest.ts'

/** Digits kept where a share of an amount has to be divided out. */
const SCALE = 18

/** What closing orders earned, by order. */
export type ClosedOrders = ReadonlyMap<string, ClosedPnlRow>

/**
 * Executions read over REST do not say what a closing fill earned; the closed-PnL list does, per closing order, fees
 * included. Its entry value gives the price PnL of each fill before fees, which is what the stream states of it. The
 * rows become no flows of their own, since the same money would then stand in two places.
 */
export function withRealised(fill: Fill, closed: Decimal, orders: ClosedOrders, instruments: Instruments): Fill {
  const row = orders.get(fill.order)
  const kind = instruments.get(fill.instrument)?.kind
  if (fill.realisedPnl !== null || row === undefined || kind === undefined || isZero(fill.price)) return fill
  const pnl = kind === 'linear' ? linearPnl(fill, closed, row) : inversePnl(fill, closed, row)
  return pnl === null ? fill : { ...fill, realisedPnl: trim(row.side === 'Sell' ? pnl : negate(pnl)) }
}

/** Exit less entry value, as for a closed long. */
function linearPnl(fill: Fill, closed: Decimal, row: ClosedPnlRow): Decimal | null {
  const entry = entryShare(closed, row)
  return entry === null ? null : sub(mul(fill.price, closed), entry)
}

/** An inverse contract's value is size ÷ price, so a long earns entry less exit value. */
function inversePnl(fill: Fill, closed: Decimal, row: ClosedPnlRow): Decimal | null {
  const entry = entryShare(closed, row)
  if (entry === null) return null
  const exit = equals(closed, amountOf(row.closedSize)) ? amountOf(row.cumExitValue) : valueAt(closed, fill.price)
  return sub(entry, exit)
}

/** The part of the order's entry value that belongs to one of its fills. */
function entryShare(closed: Decimal, row: ClosedPnlRow): Decimal | null {
  const whole = amountOf(row.closedSize)
  if (isZero(whole)) return null
  const entry = amountOf(row.cumEntryValue)
  return equals(closed, whole) ? entry : div(mul(entry, closed), whole, SCALE, 'half-even')
}

function valueAt(size: Decimal, price: Decimal): Decimal {
  return div(size, price, SCALE, 'half-even')
}
