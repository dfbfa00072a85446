import type { AlertSummary } from '../../shared/alert-rows.ts'
import type { QuietHours } from '../../shared/desktop-rows.ts'
import type { Time } from '../../shared/ids.ts'

/** What keeps all but critical alerts from being told. */
export interface Quiet extends Pick<AlertSummary, 'pausedUntil' | 'quietHours'> {
  /** An IANA zone, or undefined for this computer's. */
  readonly timeZone: string | undefined
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
/** Clocks are set forward and back at quarters of an hour, the world over. */
const QUARTER_MINUTES = 15

/** The first moment from now on that lies neither in the pause nor in the quiet hours. */
export function firstTellable(now: Time, { pausedUntil, quietHours, timeZone }: Quiet): Time {
  const afterPause = Math.max(now, pausedUntil ?? now)
  return quietHours === null ? afterPause : quietEnd(afterPause, quietHours, createMinuteOfDay(timeZone))
}

/** Goes by the user's clock, which may skip an hour or repeat one on the way. */
function quietEnd(from: Time, hours: QuietHours, minuteOf: (at: Time) => number): Time {
  let at = from
  for (let left = minutesLeft(hours, minuteOf(at)); left > 0; left = minutesLeft(hours, minuteOf(at))) {
    const minute = Math.floor(at / MINUTE_MS)
    at = (minute + Math.min(left, QUARTER_MINUTES - (minute % QUARTER_MINUTES))) * MINUTE_MS
  }
  return at
}

/** Minutes until quiet hours end; zero outside of them. Hours that end before they begin run over midnight. */
function minutesLeft({ from, to }: QuietHours, minute: number): number {
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES
  const into = (minute - from + DAY_MINUTES) % DAY_MINUTES
  return into < length ? length - into : 0
}

/** The minute of the user's day, 0 to 1439. */
export function createMinuteOfDay(timeZone: string | undefined): (at: Time) => number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  return (at) => {
    const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    return (found['hour'] ?? 0) * 60 + (found['minute'] ?? 0)
  }
}
