import { TickMarkType, type Time } from 'lightweight-charts'
import type { TickUnit, TimeFormats } from '../../format/time.ts'

interface TimeScale {
  readonly tickMarkFormatter: (time: Time, mark: TickMarkType) => string
  readonly timeFormatter: (time: Time) => string
}

const UNIT: Readonly<Record<TickMarkType, TickUnit>> = {
  [TickMarkType.Year]: 'year',
  [TickMarkType.Month]: 'month',
  [TickMarkType.DayOfMonth]: 'day',
  [TickMarkType.Time]: 'minute',
  [TickMarkType.TimeWithSeconds]: 'second',
}

/** Times on a chart as the user counts them; the library itself knows only UTC. */
export function timeScaleIn({ tick, moment }: TimeFormats): TimeScale {
  return {
    tickMarkFormatter: (time, mark) => tick(millisecondsOf(time), UNIT[mark]),
    timeFormatter: (time) => moment(millisecondsOf(time)),
  }
}

/** All our series are drawn by seconds since the epoch. */
function millisecondsOf(time: Time): number {
  return Number(time) * 1000
}
