import type { Time } from '../../shared/ids.ts'
import type { CandleInterval } from '../../shared/market-rows.ts'

const MINUTE = 60_000

/** Length of each interval in milliseconds. All of them begin at whole multiples since 1970, UTC. */
export const intervalMs = {
  '1m': MINUTE,
  '5m': 5 * MINUTE,
  '15m': 15 * MINUTE,
  '1h': 60 * MINUTE,
  '4h': 240 * MINUTE,
  '1d': 1440 * MINUTE,
} as const satisfies Record<CandleInterval, number>

/** When the last candle that is over by `now` and opened before `before` opened. */
export function lastClosedBefore(before: Time, interval: CandleInterval, now: Time): Time {
  const length = intervalMs[interval]
  const opened = Math.floor((before - 1) / length) * length
  const over = Math.floor(now / length) * length - length
  return Math.min(opened, over)
}
