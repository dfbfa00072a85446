import { compare, sub } from '../../../shared/decimal.ts'
import type { CandleRow } from '../../../shared/market-rows.ts'
import type { Sample } from './counter.ts'

/**
 * The prices a candle is known to have had, in the order that crosses the fewest lines: from the open to the extreme
 * nearer to it, to the other one, to the close.
 */
export function pathOf({ openedAt, open, high, low, close }: CandleRow, lengthMs: number): readonly Sample[] {
  const nearer = compare(sub(high, open), sub(open, low)) <= 0 ? [high, low] : [low, high]
  const prices = [open, ...nearer, close]
  return prices.map((value, index) => ({ at: openedAt + Math.round((index * (lengthMs - 1)) / 3), value }))
}
