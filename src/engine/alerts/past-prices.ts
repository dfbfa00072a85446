import { intervalMs } from '../market/intervals.ts'
import type { CandleInterval, CandleRow } from '../../shared/market-rows.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadPast, WantedWindow } from './movement.ts'
import type { ReadCandles } from './preview/prices.ts'
import type { Stretch } from './price-window.ts'

const MOST_CANDLES = 300
const INTERVALS = ['1m', '5m'] as const satisfies readonly CandleInterval[]
const TRIES = 3
const AGAIN_MS = 5_000

/** Fills windows of moves from candles, so that a start does not make them blind. What cannot be read is left out. */
export function readPastFrom(clock: Clock, read: ReadCandles): ReadPast {
  return (wanted, before) => {
    const interval = INTERVALS.find((each) => wanted.withinMs <= intervalMs[each] * MOST_CANDLES) ?? '5m'
    const from = Math.max(wanted.since, before - wanted.withinMs)
    return before - from <= intervalMs[interval] ? null : stretchesOf(clock, read, wanted, { interval, from, before })
  }
}

interface Part {
  readonly interval: CandleInterval
  readonly from: number
  readonly before: number
}

async function stretchesOf(
  clock: Clock,
  read: ReadCandles,
  { instrument }: WantedWindow,
  { interval, from, before }: Part,
): Promise<readonly Stretch[]> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const answer = await read({ instrument, interval, before, count: MOST_CANDLES })
    if (answer?.ok === true) return answer.value.filter(({ openedAt }) => openedAt >= from).map(stretchOf)
    if (tried < TRIES) await new Promise<void>((resolve) => void clock.after(AGAIN_MS, resolve))
  }
  return []
}

function stretchOf({ openedAt, low, high, close }: CandleRow): Stretch {
  return { from: openedAt, low, high, last: close }
}
