import type { QuietHours } from '../../shared/desktop-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { zoneOf } from '../words/speech.ts'

/** From the first minute on and until the last, which is not quiet any more; over midnight where it ends before it begins. */
export function isQuiet(hours: QuietHours | null, now: Time, zone: string): boolean {
  if (hours === null) return false
  const { from, to } = hours
  const minute = minuteOfDay(now, zone)
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to
}

/** Of the user's day, 0 to 1439. */
export function minuteOfDay(at: Time, zone: string): number {
  const clock = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    ...zoneOf(zone),
  })
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number.parseInt(value, 10)]))
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0)
}
