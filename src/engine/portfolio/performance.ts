import { add, compare, max, ONE, sign, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { ratio } from './value.ts'

/** An equity and when it was read. */
export interface Mark {
  readonly at: Time
  readonly equity: Decimal
}

/** Money moved in (positive) or out of an account, in the account's currency. */
export interface Transfer {
  readonly at: Time
  readonly amount: Decimal
}

/**
 * What the past says of a day that began at `today`. `start` is the equity it began with, or the first one recorded in
 * it; null where nothing is.
 */
export interface Past {
  readonly today: Time
  readonly start: Mark | null
  readonly peak: Mark | null
  readonly transfers: readonly Transfer[]
}

/** How an account does against its past, transfers kept out of it. Null is "not known". */
export interface Performance {
  readonly peakEquity: Decimal | null
  readonly drawdown: Decimal | null
  readonly todayPnl: Decimal | null
  readonly todayReturn: Decimal | null
  /** When the reading was taken that today is counted from, where it is younger than the day. */
  readonly todaySince: Time | null
  /** What `todayReturn` is a fraction of: the day's first equity plus what was moved in since. */
  readonly todayBase: Decimal | null
  /** Present equity without what was moved since the peak: what is left of `peakEquity`. */
  readonly keptOfPeak: Decimal | null
}

export const UNKNOWN_PERFORMANCE: Performance = {
  peakEquity: null,
  drawdown: null,
  todayPnl: null,
  todayReturn: null,
  todaySince: null,
  todayBase: null,
  keptOfPeak: null,
}

export function performanceOf(equity: Decimal, past: Past): Performance {
  return { ...againstPeak(equity, past), ...sinceStart(equity, past) }
}

/** A new peak is one that earnings reached, not a deposit. */
export function raisedPeak(now: Mark, past: Past): Mark {
  if (past.peak === null) return now
  return compare(kept(now.equity, past.peak, past.transfers), past.peak.equity) > 0 ? now : past.peak
}

function againstPeak(equity: Decimal, past: Past): Pick<Performance, 'peakEquity' | 'drawdown' | 'keptOfPeak'> {
  if (past.peak === null) return { peakEquity: null, drawdown: null, keptOfPeak: null }
  const keptOfPeak = kept(equity, past.peak, past.transfers)
  if (compare(keptOfPeak, past.peak.equity) > 0) return { peakEquity: equity, drawdown: ZERO, keptOfPeak: equity }
  const peakEquity = past.peak.equity
  return { peakEquity, keptOfPeak, drawdown: drawdown(keptOfPeak, peakEquity) }
}

/** 1 − what is left of the peak. */
export function drawdown(keptOfPeak: Decimal, peak: Decimal): Decimal | null {
  const left = sign(peak) > 0 ? ratio(keptOfPeak, peak) : null
  return left === null ? null : max(ZERO, sub(ONE, left))
}

function sinceStart(
  equity: Decimal,
  { start, today, transfers }: Past,
): Pick<Performance, 'todayPnl' | 'todayReturn' | 'todayBase' | 'todaySince'> {
  if (start === null) return { todayPnl: null, todayReturn: null, todayBase: null, todaySince: null }
  const since = transfers.filter(({ at }) => at > start.at)
  const todayPnl = sub(sub(equity, start.equity), total(since))
  const todayBase = add(start.equity, total(since.filter(({ amount }) => sign(amount) > 0)))
  const todayReturn = sign(todayBase) > 0 ? ratio(todayPnl, todayBase) : null
  return { todayPnl, todayBase, todayReturn, todaySince: start.at > today ? start.at : null }
}

function kept(equity: Decimal, peak: Mark, transfers: readonly Transfer[]): Decimal {
  return sub(equity, total(transfers.filter(({ at }) => at > peak.at)))
}

function total(transfers: readonly Transfer[]): Decimal {
  return transfers.reduce((sum, { amount }) => add(sum, amount), ZERO)
}
