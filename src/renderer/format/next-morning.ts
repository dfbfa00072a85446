import type { Time } from '../../shared/ids.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Eight o'clock of the day after `now`, on the clock of a time zone; undefined is this computer's. */
export function nextMorning(now: Time, timeZone: string | undefined): Time {
  const wall = now + offset(now, timeZone)
  const wanted = Math.floor(wall / DAY_MS) * DAY_MS + DAY_MS + 8 * 60 * MINUTE_MS
  // The clock may be changed in the night between: the offset is that of the morning itself.
  const guess = wanted - offset(now, timeZone)
  return wanted - offset(guess, timeZone)
}

/** How far the zone's clock is ahead of UTC. */
function offset(at: Time, timeZone: string | undefined): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}
