import { abs, add, compare, decimal, mul, sub, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountSnapshot, Position } from '../account/event.ts'
import type { MarketView } from '../account/market-view.ts'
import type { Figures } from './totals.ts'
import { notionalAt, unrealisedPnl } from './value.ts'

/** One figure of ours that is not the exchange's own. */
export interface Deviation {
  readonly what: string
  readonly ours: Decimal
  readonly theirs: Decimal
}

/** Exchanges round what they state: a millionth of a position's value, and the last digit of its entry price. */
const POSITION_TOLERANCE = decimal('0.000001')
/** Between our last price and their statement the market moves on; two thousandths cover a second of a wild one. */
const EQUITY_TOLERANCE = decimal('0.002')

/** Our PnL formula at the very mark price the exchange stated, against the PnL it stated with it. */
export function positionDeviations(positions: readonly Position[], market: MarketView): readonly Deviation[] {
  return positions.flatMap((position) => {
    const instrument = market.instrument(position.instrument)
    const { statedMark, statedPnl } = position
    if (instrument === null || statedMark === null || statedPnl === null) return []
    const ours = unrealisedPnl(position, instrument, statedMark)
    const notional = notionalAt(position, instrument, statedMark)
    if (ours === null || notional === null || near(ours, statedPnl, roundingOf(position, notional))) return []
    return [{ what: `unrealised PnL of ${instrument.symbol} ${position.slot}`, ours, theirs: trim(statedPnl) }]
  })
}

/** The equity we carried on from the last statement, against the one stated now. */
export function equityDeviation(carried: Figures, snapshot: AccountSnapshot): readonly Deviation[] {
  const { equity, positionValue, currency } = carried
  const theirs = snapshot.totals.equity
  if (equity === null || theirs === null || currency !== snapshot.totals.currency) return []
  const tolerance = mul(add(abs(equity), positionValue ?? ZERO), EQUITY_TOLERANCE)
  return near(equity, theirs, tolerance) ? [] : [{ what: 'equity', ours: equity, theirs: trim(theirs) }]
}

function roundingOf({ entry, size }: Position, notional: Decimal): Decimal {
  const ofEntry = entry === null ? ZERO : mul(size, lastDigit(entry))
  return add(mul(notional, POSITION_TOLERANCE), ofEntry)
}

/** One unit in the last place of an amount as it is written. */
function lastDigit(amount: Decimal): Decimal {
  const point = amount.indexOf('.')
  return decimal(point < 0 ? '1' : `0.${'1'.padStart(amount.length - point - 1, '0')}`)
}

function near(a: Decimal, b: Decimal, tolerance: Decimal): boolean {
  return compare(abs(sub(a, b)), tolerance) <= 0
}
