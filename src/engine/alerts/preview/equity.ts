import type { EquityPoint } from '../../../shared/account-rows.ts'
import { compare, sub, type Decimal } from '../../../shared/decimal.ts'
import type { AccountId, Time } from '../../../shared/ids.ts'
import { dayStart } from '../../portfolio/day.ts'
import { drawdown } from '../../portfolio/performance.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Store } from '../../ports/store.ts'
import { lineOf, type CrossingCondition } from '../line.ts'
import { inScope } from '../scope.ts'
import { createCrossingCounter, createTally } from './counter.ts'
import { counted, type Found } from './found.ts'
import { takeEach, type Pace } from './pace.ts'

type EquityCondition = Extract<CrossingCondition, { readonly kind: 'drawdown' | 'daily-loss' }>
type EquityStore = Pick<Store, 'equity' | 'peakEquity'>

const DAY_MS = 86_400_000
/** A week at a time, so that even a drop of some minutes is seen in it. */
const WEEK_MS = 7 * DAY_MS
const WEEKS = 8
const POINTS = 2_000
/** No calendar day, with any change of clocks in it, is shorter. */
const SHORTEST_DAY_MS = 22 * 3_600_000
const START_WITHIN_MS = 15 * 60_000

export interface EquityPast {
  readonly store: EquityStore
  readonly accounts: readonly AccountId[]
  /** Where days begin. */
  readonly zone: string
  readonly now: Time
}

/** How often an account would have been told of, by the equity that was recorded of it. */
export async function equityHistory(
  rule: StoredRule,
  condition: EquityCondition,
  { store, accounts, zone, now }: EquityPast,
  pace: Pace,
): Promise<Found> {
  const tally = createTally()
  const begins: Time[] = []
  for (const account of accounts.filter((each) => inScope(rule, each, null))) {
    const count = createCrossingCounter(lineOf(rule, condition), tally)
    const figure = condition.kind === 'drawdown' ? createDrawdown(store, account, now) : createDailyPnl(zone)
    for (let week = WEEKS; week > 0; week -= 1) {
      const points = store.equity(account, now - week * WEEK_MS, now - (week - 1) * WEEK_MS - 1, POINTS)
      if (points[0] !== undefined) begins.push(points[0].at)
      const whole = await takeEach(points, pace, (point) => {
        const value = figure(point)
        if (value !== null) count({ at: point.at, value })
      })
      if (!whole) return null
    }
  }
  return counted(tally, begins.length === 0 ? null : Math.min(...begins))
}

type Figure = (point: EquityPoint) => Decimal | null

/** 1 − what is left of the peak, transfers kept out; a peak from before the stretch still counts. */
function createDrawdown(store: EquityStore, account: AccountId, now: Time): Figure {
  const highest = store.peakEquity(account)
  const kept = { peak: highest !== null && highest.at < now - WEEKS * WEEK_MS ? highest : null }
  return (point) => {
    const peak = kept.peak ?? point
    const left = sub(point.equity, sub(point.transfers, peak.transfers))
    if (compare(left, peak.equity) >= 0) kept.peak = point
    return compare(left, peak.equity) >= 0 ? drawdown(point.equity, point.equity) : drawdown(left, peak.equity)
  }
}

/** What was earned since the day began, in the user's zone. */
function createDailyPnl(zone: string): Figure {
  const day = { began: -Infinity, start: null as EquityPoint | null, last: null as EquityPoint | null }
  return (point) => {
    const isSameDay = point.at - day.began < SHORTEST_DAY_MS
    const began = isSameDay ? day.began : dayStart(point.at, zone)
    const isCarried = day.last !== null && began - day.last.at <= START_WITHIN_MS
    if (began !== day.began) Object.assign(day, { began, start: isCarried ? day.last : point })
    day.last = point
    if (day.start === null) return null
    return sub(sub(point.equity, day.start.equity), sub(point.transfers, day.start.transfers))
  }
}
