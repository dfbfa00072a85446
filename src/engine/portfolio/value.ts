import { abs, div, isZero, mul, negate, sub, trim, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { Position } from '../account/event.ts'
import type { MarketPrice } from '../account/market-view.ts'
import type { Instrument } from '../market/instrument.ts'

/** Digits kept where a division does not end: amounts of coins, and ratios. */
export const AMOUNT_DIGITS = 12
export const RATIO_DIGITS = 8

/** What a position is worth at its newest mark price. Money is in the settle asset; null is "not known". */
export interface PositionValue {
  readonly mark: Decimal | null
  readonly markAt: Time | null
  readonly notional: Decimal | null
  readonly unrealisedPnl: Decimal | null
  readonly roi: Decimal | null
  readonly liquidationDistance: Decimal | null
  readonly initialMargin: Decimal | null
  readonly maintenanceMargin: Decimal | null
}

/** What was known of a position's margins before its newest statement, which may leave them out. */
export type FormerValue = Pick<PositionValue, 'notional' | 'initialMargin' | 'maintenanceMargin'>

/** Values a position at the stream's mark price, before it speaks at the one the exchange stated with the position. */
export function valuePosition(
  position: Position,
  instrument: Instrument | null,
  price: Pick<MarketPrice, 'mark' | 'markAt'> | null,
  former: FormerValue | null = null,
): PositionValue {
  const streamed = price?.mark ?? null
  const mark = positive(streamed ?? position.statedMark)
  const notional = notionalAt(position, instrument, mark)
  const unrealisedPnl = pnlOf(position, instrument, mark)
  const initialMargin =
    movedInitialMargin(position, instrument, mark) ?? inProportion(former?.initialMargin, former, notional)
  return {
    mark,
    markAt: mark === null ? null : streamed === null ? position.recency.at : (price?.markAt ?? null),
    notional,
    unrealisedPnl,
    roi: ratio(unrealisedPnl, initialMargin ?? entryMargin(position, instrument)),
    liquidationDistance: distance(mark, position.liquidation),
    initialMargin,
    maintenanceMargin:
      scaled(position.maintenanceMargin, position, instrument, mark) ??
      inProportion(former?.maintenanceMargin, former, notional),
  }
}

/** Linear: size × price in the quote asset. Inverse: size ÷ price in the base asset. */
export function notionalAt(position: Position, instrument: Instrument | null, price: Decimal | null): Decimal | null {
  if (instrument === null || price === null) return null
  const units = mul(position.size, instrument.contractSize)
  return instrument.kind === 'linear' ? trim(mul(units, price)) : quotient(units, price)
}

/**
 * Linear: (mark − entry) × size. Inverse, long: size × (1 ÷ entry − 1 ÷ mark), as one division so that nothing is
 * rounded twice. A short is the negative of a long.
 */
export function unrealisedPnl(position: Position, instrument: Instrument, mark: Decimal): Decimal | null {
  const entry = positive(position.entry)
  if (entry === null) return null
  const units = mul(position.size, instrument.contractSize)
  const gained = mul(units, sub(mark, entry))
  const long = instrument.kind === 'linear' ? trim(gained) : quotient(gained, mul(entry, mark))
  return position.side === 'long' ? long : negate(long)
}

/** A fraction; null when either side is unknown or there is nothing to divide by. */
export function ratio(part: Decimal | null, whole: Decimal | null): Decimal | null {
  if (part === null || whole === null || isZero(whole)) return null
  return trim(div(part, whole, RATIO_DIGITS, 'half-even'))
}

function pnlOf(position: Position, instrument: Instrument | null, mark: Decimal | null): Decimal | null {
  const ours = instrument === null || mark === null ? null : unrealisedPnl(position, instrument, mark)
  return ours ?? position.statedPnl
}

/** Cross margin leans on the mark price; an isolated position's margin was set aside when it was opened. */
function movedInitialMargin(position: Position, instrument: Instrument | null, mark: Decimal | null): Decimal | null {
  if (position.marginMode === 'isolated') return position.initialMargin
  return scaled(position.initialMargin, position, instrument, mark)
}

/** Margins grow with the notional value; between two statements the stated one is scaled by it. */
function scaled(
  stated: Decimal | null,
  position: Position,
  instrument: Instrument | null,
  mark: Decimal | null,
): Decimal | null {
  const then = positive(position.statedMark)
  if (stated === null || instrument === null || then === null || mark === null || mark === then) return stated
  const [over, under] = instrument.kind === 'linear' ? [mark, then] : [then, mark]
  return quotient(mul(stated, over), under)
}

/** A statement without margins follows a change of size: until they are stated they keep their part of the notional. */
function inProportion(
  margin: Decimal | null | undefined,
  former: FormerValue | null,
  notional: Decimal | null,
): Decimal | null {
  const then = positive(former?.notional ?? null)
  return margin == null || then === null || notional === null ? null : quotient(mul(margin, notional), then)
}

function entryMargin(position: Position, instrument: Instrument | null): Decimal | null {
  const notional = notionalAt(position, instrument, positive(position.entry))
  const leverage = positive(position.leverage)
  return notional === null || leverage === null ? null : quotient(notional, leverage)
}

function distance(mark: Decimal | null, liquidation: Decimal | null): Decimal | null {
  const price = positive(liquidation)
  return mark === null || price === null ? null : ratio(abs(sub(mark, price)), mark)
}

function quotient(a: Decimal, b: Decimal): Decimal {
  return trim(div(a, b, AMOUNT_DIGITS, 'half-even'))
}

/** Exchanges spell "no price" as zero or leave it out. */
function positive(price: Decimal | null): Decimal | null {
  return price === null || isZero(price) || price.startsWith('-') ? null : price
}
