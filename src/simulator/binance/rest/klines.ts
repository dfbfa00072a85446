import { mul } from '../../../shared/decimal.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Candle, Interval } from '../../market/candle.ts'
import type { Contract } from '../../market/contract.ts'
import { fixed, onGrid, shareOf } from '../format.ts'
import { limitOf, wholeNumbers } from './parameters.ts'
import { missingParameter, refusals, type Refusal } from './refusal.ts'
import { requiredContract, type Call, type Outcome } from './route.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** No shorter than the longest candle of its kind, in milliseconds. */
const LONGEST: Readonly<Record<Interval, number>> = {
  '1m': MINUTE,
  '3m': 3 * MINUTE,
  '5m': 5 * MINUTE,
  '15m': 15 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': HOUR,
  '2h': 2 * HOUR,
  '4h': 4 * HOUR,
  '6h': 6 * HOUR,
  '8h': 8 * HOUR,
  '12h': 12 * HOUR,
  '1d': DAY,
  '3d': 3 * DAY,
  '1w': 7 * DAY,
  '1M': 31 * DAY,
}

interface KlineRange {
  readonly from: Time
  readonly to: Time
  /** From a stated start the oldest rows come, otherwise the newest. */
  readonly which: 'oldest' | 'newest'
}

export function asInterval(text: string): Interval | null {
  // `hasOwn` proves what the compiler cannot see: the text is one of the table's names.
  return Object.hasOwn(LONGEST, text) ? (text as Interval) : null
}

/** `GET /fapi/v1/klines`: arrays, oldest first; the last one may still be forming. */
export function klines(call: Call): Outcome {
  const contract = requiredContract(call)
  if (!contract.ok) return contract
  const named = call.parameters.get('interval')
  if (named === undefined) return fail(missingParameter('interval'))
  const interval = asInterval(named)
  if (interval === null) return fail(refusals.badInterval)
  const limit = limitOf(call.parameters, 1500, 500)
  if (!limit.ok) return limit
  const range = rangeOf(call, interval, limit.value)
  if (!range.ok) return range
  const { from, to, which } = range.value
  const candles = call.world.market.candles(contract.value, interval, {
    from,
    to,
    count: limit.value + 1,
    now: call.now,
  })
  const rows = which === 'oldest' ? candles.slice(0, limit.value) : candles.slice(-limit.value)
  return ok(rows.map((candle) => klineRow(contract.value, candle)))
}

function rangeOf(call: Call, interval: Interval, limit: number): Result<KlineRange, Refusal> {
  const stated = wholeNumbers(call.parameters, 'startTime', 'endTime')
  if (!stated.ok) return stated
  const { startTime, endTime } = stated.value
  const to = Math.min(endTime ?? call.now, call.now)
  const reach = LONGEST[interval] * limit
  if (startTime === null) return ok({ from: Math.max(0, to - reach), to, which: 'newest' })
  if (startTime > (endTime ?? startTime)) return fail(refusals.startAfterEnd)
  return ok({ from: startTime, to: Math.min(to, startTime + reach), which: 'oldest' })
}

function klineRow(contract: Contract, candle: Candle): readonly (string | number)[] {
  const share = shareOf(candle.takerBuyShare)
  return [
    candle.start,
    onGrid(candle.open, contract.tick),
    onGrid(candle.high, contract.tick),
    onGrid(candle.low, contract.tick),
    onGrid(candle.close, contract.tick),
    onGrid(candle.volume, contract.step),
    candle.end - 1,
    fixed(candle.turnover, 2),
    candle.trades,
    onGrid(mul(candle.volume, share), contract.step),
    fixed(mul(candle.turnover, share), 2),
    '0',
  ]
}
