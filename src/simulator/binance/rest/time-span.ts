import type { Time } from '../../../shared/ids.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { BinanceOptions } from '../options.ts'
import { refusals, type Refusal } from './refusal.ts'

const WEEK = 7 * 86_400_000

/** Both ends inclusive; `which` rows are told where more than a page lie in it. */
export interface TimeSpan {
  readonly from: Time
  readonly to: Time
  readonly which: 'oldest' | 'newest'
}

/** At most seven days; from a stated start the oldest come first, else the newest are told. */
export function timeSpan(
  start: Time | null,
  end: Time | null,
  now: Time,
  options: BinanceOptions,
): Result<TimeSpan, Refusal> {
  if (start === null) {
    const to = end ?? now
    return ok({ from: to - WEEK, to, which: 'newest' })
  }
  const to = end ?? Math.min(start + WEEK, now)
  if (end !== null && start > end) return fail(refusals.startAfterEnd)
  if (to - start > WEEK) return fail(options.longSpan === -4165 ? refusals.sevenDays : refusals.intervalTooLarge)
  return ok({ from: start, to, which: 'oldest' })
}

export function pageOf<Row>(rows: readonly Row[], { which }: Pick<TimeSpan, 'which'>, limit: number): readonly Row[] {
  return which === 'newest' ? rows.slice(-limit) : rows.slice(0, limit)
}
