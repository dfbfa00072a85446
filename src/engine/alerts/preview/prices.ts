import type { ConditionOf } from '../../../shared/alert-conditions.ts'
import type { InstrumentId, Time } from '../../../shared/ids.ts'
import type { CandleInterval, CandleRow } from '../../../shared/market-rows.ts'
import type { Result } from '../../../shared/result.ts'
import type { Sentence } from '../../../shared/sentence.ts'
import type { CandleAsk } from '../../market/candle-house.ts'
import { intervalMs } from '../../market/intervals.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import { lineOf } from '../line.ts'
import { magnitude } from '../readings/price.ts'
import { pathOf } from './candle-path.ts'
import { counted, nothingKnown, type Found } from './found.ts'
import { createCrossingCounter, createTally, type Sample } from './counter.ts'
import { takeEach, type Pace } from './pace.ts'
import { createWindow } from './window.ts'

export type PriceCondition = ConditionOf<'price-crosses' | 'price-moves'>

/** Closed candles of one contract; null: nothing is known of its market place. */
export type ReadCandles = (ask: CandleAsk) => Promise<Result<readonly CandleRow[]>> | null

const DAY_MS = 86_400_000
const PAGE = 1_000
const MOST_PAGES = 3
const LONGEST_MS = 90 * DAY_MS
const INTERVALS = ['1m', '5m', '15m', '1h'] as const satisfies readonly CandleInterval[]
/** A window is seen through candles of at most this part of it. */
const PARTS = 4

/** How often a price would have been told of, by the candles of its contract. */
export async function priceHistory(
  rule: StoredRule,
  condition: PriceCondition,
  read: ReadCandles,
  pace: Pace,
  now: Time,
): Promise<Found> {
  const interval = intervalFor(condition)
  const { candles, problem } = await candlesOf(condition.instrument, interval, read, pace, now)
  const [first] = candles
  if (first === undefined) return nothingKnown(problem ?? undefined)
  const tally = createTally()
  const take = takerFor(condition, createCrossingCounter(lineOf(rule, condition), tally))
  const length = intervalMs[interval]
  const whole = await takeEach(candles, pace, (candle) => pathOf(candle, length).forEach(take))
  return whole ? counted(tally, first.openedAt) : null
}

function intervalFor(condition: PriceCondition): CandleInterval {
  if (condition.kind === 'price-crosses') return '15m'
  return INTERVALS.findLast((interval) => intervalMs[interval] * PARTS <= condition.withinMs) ?? '1m'
}

function takerFor(condition: PriceCondition, count: (sample: Sample) => void): (sample: Sample) => void {
  if (condition.kind === 'price-crosses') return count
  const { withinMs, direction } = condition
  const moved = createWindow(withinMs, direction)
  return (sample) => count({ at: sample.at, value: magnitude(moved(sample), direction) })
}

interface Past {
  /** Oldest first. */
  readonly candles: readonly CandleRow[]
  readonly problem: Sentence | null
}

/** A few pages back from now; what could not be read ends it. */
async function candlesOf(
  instrument: InstrumentId,
  interval: CandleInterval,
  read: ReadCandles,
  pace: Pace,
  now: Time,
): Promise<Past> {
  const pages: (readonly CandleRow[])[] = []
  const oldest = now - LONGEST_MS
  let before = now
  for (let page = 0; page < MOST_PAGES && before > oldest; page += 1) {
    const answer = await read({ instrument, interval, before, count: PAGE })
    if (answer === null || !answer.ok) return { candles: pages.flat(), problem: answer?.failure.sentence ?? null }
    const [first] = answer.value
    if (first === undefined || first.openedAt >= before || !(await pace.goesOn())) break
    pages.unshift(answer.value)
    before = first.openedAt
  }
  return { candles: pages.flat(), problem: null }
}
