import type { Time } from '../../shared/ids.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import { intervalMs, lastClosedBefore } from './intervals.ts'

/** Closed candles never change, so those read once are kept; the series looked at longest ago go first. */
export interface CandleCache {
  /** `count` closed candles before a moment, oldest first; null when any of them is not here. */
  read(series: string, interval: CandleInterval, before: Time, count: number, now: Time): readonly CandleRow[] | null
  keep(series: string, candles: readonly CandleRow[]): void
}

const MOST_SERIES = 24
const MOST_CANDLES = 5000

export function createCandleCache(): CandleCache {
  const all = new Map<string, Map<Time, CandleRow>>()

  function seriesOf(name: string): Map<Time, CandleRow> {
    const series = all.get(name) ?? new Map<Time, CandleRow>()
    all.delete(name)
    all.set(name, series)
    for (const oldest of [...all.keys()].slice(0, -MOST_SERIES)) all.delete(oldest)
    return series
  }

  return {
    read: (name, interval, before, count, now) => {
      const series = seriesOf(name)
      const last = lastClosedBefore(before, interval, now)
      const found: CandleRow[] = []
      for (let back = count - 1; back >= 0; back -= 1) {
        const candle = series.get(last - back * intervalMs[interval])
        if (candle === undefined) return null
        found.push(candle)
      }
      return found
    },
    keep: (name, candles) => {
      const series = seriesOf(name)
      for (const candle of candles) if (candle.closed) series.set(candle.openedAt, candle)
      if (series.size > MOST_CANDLES) dropOldest(series)
    },
  }
}

function dropOldest(series: Map<Time, CandleRow>): void {
  const times = [...series.keys()].sort((a, b) => a - b)
  for (const time of times.slice(0, series.size - MOST_CANDLES)) series.delete(time)
}
