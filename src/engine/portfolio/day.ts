import type { Time } from '../../shared/ids.ts'

const MINUTE = 60_000
/** No calendar day, with any change of clocks in it, is longer. */
const LONGEST_DAY_MINUTES = 27 * 60

/**
 * When the calendar day of `now` began in a zone: its first minute, also where clocks change at midnight.
 * `zone` is an IANA name, `UTC`, or `local` for the host's own; an unknown name counts as UTC.
 */
export function dayStart(now: Time, zone: string): Time {
  const date = dateIn(zone)
  const last = Math.floor(now / MINUTE)
  const today = date.format(last * MINUTE)
  let before = last - LONGEST_DAY_MINUTES
  let within = last
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (date.format(middle * MINUTE) === today) within = middle
    else before = middle
  }
  return within * MINUTE
}

/** Remembers the last answer, for callers that ask at every price. */
export function createDays(zone: () => string): { startOf(now: Time): Time } {
  const last = { zone: '', minute: NaN, start: 0 }
  return {
    startOf: (now) => {
      const minute = Math.floor(now / MINUTE)
      if (last.minute !== minute || last.zone !== zone())
        Object.assign(last, { zone: zone(), minute, start: dayStart(now, zone()) })
      return last.start
    },
  }
}

function dateIn(zone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', era: 'short' } as const
  if (zone === 'local') return new Intl.DateTimeFormat('en', parts)
  try {
    return new Intl.DateTimeFormat('en', { ...parts, timeZone: zone })
  } catch {
    return new Intl.DateTimeFormat('en', { ...parts, timeZone: 'UTC' })
  }
}
