import type { Time } from '../../shared/ids.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { Result } from '../../shared/result.ts'
import type { NextTryPorts } from '../net/next-try.ts'
import type { CandleTable } from '../state.ts'
import { newerCandle } from './candle-merge.ts'
import { intervalMs } from './intervals.ts'
import { createRefill } from './refill.ts'

/** The newest candles of one instrument and interval while somebody looks at them. */
export interface CandleSeries {
  readonly table: CandleTable
  take(candle: CandleRow): void
  /** Reads the newest ones over REST: at the start, after a reconnect, after a gap. */
  refill(): void
  stop(): void
}

export interface SeriesOptions {
  readonly ports: NextTryPorts
  readonly table: CandleTable
  readonly interval: CandleInterval
  /** The newest candles, the open one included, oldest first. */
  readonly fetch: (count: number) => Promise<Result<readonly CandleRow[]>>
}

const PACE = { gatherMs: 0, atMostEveryMs: 5000, everyMs: null } as const
const REFILL_COUNT = 200
const MOST_ROWS = 500

export function createCandleSeries({ ports, table, interval, fetch }: SeriesOptions): CandleSeries {
  const state = { newest: 0, stopped: false }
  const refill = createRefill(ports, PACE, async () => {
    const result = await fetch(REFILL_COUNT)
    if (result.ok && !state.stopped) for (const candle of result.value) put(table, state, candle)
    return result
  })
  refill.ask()
  return {
    table,
    take: (candle) => {
      if (state.newest > 0 && candle.openedAt > state.newest + intervalMs[interval]) refill.ask()
      put(table, state, candle)
    },
    refill: () => refill.ask(),
    stop: () => {
      state.stopped = true
      refill.stop()
    },
  }
}

function put(table: CandleTable, state: { newest: Time }, candle: CandleRow): void {
  const key = String(candle.openedAt)
  table.set(key, newerCandle(table.get(key), candle))
  if (candle.openedAt <= state.newest) return
  state.newest = candle.openedAt
  trim(table)
}

function trim(table: CandleTable): void {
  if (table.size <= MOST_ROWS) return
  const times = [...table.keys()].map(Number).sort((a, b) => a - b)
  for (const time of times.slice(0, table.size - MOST_ROWS)) table.set(String(time), null)
}
