import type { Time } from '../../../shared/ids.ts'
import { DAY } from '../../market/walk.ts'
import type { Query } from '../query.ts'

const LONGEST = 7 * DAY

export interface TimeWindow {
  readonly from: Time
  readonly to: Time
}

/** startTime and endTime, both inclusive; what is left out follows from the other or from now. Null: over 7 days, or reversed. */
export function windowOf(query: Query, now: Time, usual: number): TimeWindow | null {
  const start = query.startTime === undefined ? null : Number(query.startTime)
  const end = query.endTime === undefined ? null : Number(query.endTime)
  const to = end ?? (start === null ? now : start + LONGEST)
  const from = start ?? to - (end === null ? usual : LONGEST)
  return Number.isFinite(to - from) && to >= from && to - from <= LONGEST ? { from, to } : null
}

export function within({ from, to }: TimeWindow, at: Time): boolean {
  return at >= from && at <= to
}
