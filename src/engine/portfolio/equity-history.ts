import type { EquityPoint, TotalRow } from '../../shared/account-rows.ts'
import { add, mul, ONE, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountId, Time } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Store } from '../ports/store.ts'
import type { EngineState } from '../state.ts'

export interface EquityAsk {
  readonly account: AccountId | 'all'
  readonly from: Time
  readonly to: Time
  readonly points: number
}

export interface EquityCurve {
  readonly currency: string
  readonly points: readonly EquityPoint[]
  /** The first moment anything is recorded of; what lies before it is unknown, not zero. */
  readonly provenFrom: Time | null
}

/** Rate of a currency into the curve's, by currency. */
export type CurrencyRate = (currency: string) => Decimal | null

/** The recorded equity curve of one account, or of all accounts that share a currency or have a rate into it. */
export function readEquity(store: Store, state: EngineState, ask: EquityAsk, rate: CurrencyRate): Result<EquityCurve> {
  const total = state.totals.get(ask.account)
  const currency = total?.currency ?? ''
  if (ask.account !== 'all') {
    const points = store.equity(ask.account, ask.from, ask.to, ask.points)
    return ok({ currency, points, provenFrom: points[0]?.at ?? null })
  }
  const curves = [...state.totals.rows()].flatMap(([, row]) => curveOf(store, row, ask, rate))
  const points = together(curves)
  return ok({ currency, points, provenFrom: points[0]?.at ?? null })
}

function curveOf(store: Store, row: TotalRow, ask: EquityAsk, rate: CurrencyRate): readonly (readonly EquityPoint[])[] {
  if (row.account === 'all') return []
  const factor = rate(row.currency)
  if (factor === null) return []
  const points = store.equity(row.account, ask.from, ask.to, ask.points)
  return [factor === ONE ? points : points.map((point) => converted(point, factor))]
}

function converted(point: EquityPoint, factor: Decimal): EquityPoint {
  return { at: point.at, equity: mul(point.equity, factor), transfers: mul(point.transfers, factor) }
}

/**
 * Adds several curves: at every recorded moment each counts with its last reading. The sum begins where all have begun,
 * so that an account that joined later is no jump.
 */
export function together(curves: readonly (readonly EquityPoint[])[]): readonly EquityPoint[] {
  const known = curves.filter((curve) => curve.length > 0)
  const only = known[0]
  if (only === undefined || known.length === 1) return only ?? []
  const begin = Math.max(...known.map((curve) => curve[0]?.at ?? 0))
  const moments = [...new Set(known.flatMap((curve) => curve.map(({ at }) => at)))].sort((a, b) => a - b)
  const places = known.map(() => 0)
  return moments.flatMap((at) => {
    known.forEach((curve, index) => advance(curve, places, index, at))
    return at < begin ? [] : [sumAt(known, places, at)]
  })
}

function advance(curve: readonly EquityPoint[], places: number[], index: number, at: Time): void {
  let place = places[index] ?? 0
  while ((curve[place + 1]?.at ?? Infinity) <= at) place += 1
  places[index] = place
}

/** Transfers are running sums, so they add like equities do. */
function sumAt(curves: readonly (readonly EquityPoint[])[], places: readonly number[], at: Time): EquityPoint {
  let equity = ZERO
  let transfers = ZERO
  curves.forEach((curve, index) => {
    const point = curve[places[index] ?? 0]
    if (point === undefined) return
    equity = add(equity, point.equity)
    transfers = add(transfers, point.transfers)
  })
  return { at, equity, transfers }
}
