import type { Time } from '../../shared/ids.ts'

/** Times and ages as one user reads them. Formatters are made once: making one costs more than a hundred uses. */
export interface TimeFormats {
  clock(at: Time): string
  day(at: Time): string
  /** The clock alone on the day of `now`, else with the day before it. */
  when(at: Time, now: Time): string
  moment(at: Time): string
  /** A mark on a chart's time scale; the minute at which a day begins is told by its day. */
  tick(at: Time, unit: TickUnit): string
  /** In its largest unit: 0.2s, 14s, 3m, 6h, 2d. */
  age(ms: number): string
  /** UTC, UTC+2. */
  zone(at: Time): string
}

export type TickUnit = 'year' | 'month' | 'day' | 'minute' | 'second'

interface Zone {
  readonly timeZone?: string
}

type Unit = 'second' | 'minute' | 'hour' | 'day'

/** @param setting an IANA zone, `UTC`, or `local` for this computer's */
export function createTimeFormats(language: string, setting: string): TimeFormats {
  const zone: Zone = setting === 'local' ? {} : { timeZone: setting }
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'short', ...zone })
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23', ...zone })
  const day = new Intl.DateTimeFormat(language, { day: '2-digit', month: 'short', ...zone })
  const moment = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    ...zone,
  })
  const offset = new Intl.DateTimeFormat('en', { timeZoneName: 'shortOffset', ...zone })
  const units = createUnits(language)
  const ticks = createTicks(language, zone)

  return {
    clock: (at) => clock.format(at),
    day: (at) => day.format(at),
    when: (at, now) =>
      date.format(at) === date.format(now) ? clock.format(at) : `${day.format(at)} ${clock.format(at)}`,
    moment: (at) => moment.format(at),
    tick: (at, unit) => ticks[unit](at),
    age: (ms) => ageOf(Math.max(0, ms) / 1000, units),
    zone: (at) => {
      const name = offset.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
      return name.replace('GMT', 'UTC').replace(/^UTC\+0$/, 'UTC')
    },
  }
}

function createTicks(language: string, zone: Zone): Readonly<Record<TickUnit, (at: Time) => string>> {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { ...options, ...zone })
  const day = make({ day: 'numeric', month: 'short' })
  const minute = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const second = make({ timeStyle: 'medium', hourCycle: 'h23' })
  return {
    year: (at) => make({ year: 'numeric' }).format(at),
    month: (at) => make({ month: 'short' }).format(at),
    day: (at) => day.format(at),
    minute: (at) => (minute.format(at) === '00:00' ? day.format(at) : minute.format(at)),
    second: (at) => second.format(at),
  }
}

function createUnits(language: string): (value: number, unit: Unit) => string {
  const make = (unit: Unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' })
  const formats = { second: make('second'), minute: make('minute'), hour: make('hour'), day: make('day') }
  return (value, unit) => formats[unit].format(value)
}

function ageOf(seconds: number, format: (value: number, unit: Unit) => string): string {
  if (seconds < 1) return format(Math.floor(seconds * 10) / 10, 'second')
  if (seconds < 60) return format(Math.floor(seconds), 'second')
  if (seconds < 3600) return format(Math.floor(seconds / 60), 'minute')
  if (seconds < 86_400) return format(Math.floor(seconds / 3600), 'hour')
  return format(Math.floor(seconds / 86_400), 'day')
}
