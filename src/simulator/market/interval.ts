import type { Time } from '../../shared/ids.ts'
import type { Interval } from './candle.ts'
import { DAY, HOUR, MINUTE } from './walk.ts'

const WIDTHS: Readonly<Record<Exclude<Interval, '1w' | '1M'>, number>> = {
  '1m': MINUTE,
  '3m': 3 * MINUTE,
  '5m': 5 * MINUTE,
  '15m': 15 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': HOUR,
  '2h': 2 * HOUR,
  '4h': 4 * HOUR,
  '6h': 6 * HOUR,
  '8h': 8 * HOUR,
  '12h': 12 * HOUR,
  '1d': DAY,
  '3d': 3 * DAY,
}

/** When the interval that holds a moment began: UTC days, weeks from Monday, calendar months. */
export function intervalStart(interval: Interval, time: Time): Time {
  if (interval === '1M') return monthStart(time, 0)
  if (interval === '1w') return Math.floor((time / DAY + 3) / 7) * 7 * DAY - 3 * DAY
  return Math.floor(time / WIDTHS[interval]) * WIDTHS[interval]
}

export function intervalEnd(interval: Interval, start: Time): Time {
  if (interval === '1M') return monthStart(start, 1)
  if (interval === '1w') return start + 7 * DAY
  return start + WIDTHS[interval]
}

function monthStart(time: Time, later: number): Time {
  const date = new Date(time)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1)
}
