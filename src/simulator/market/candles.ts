import type { Time } from '../../shared/ids.ts'
import { fraction, hashPair, hashText } from '../chance.ts'
import type { Candle, Interval } from './candle.ts'
import type { Contract } from './contract.ts'
import type { Course } from './course.ts'
import { fixed, onGrid, snap } from './grid.ts'
import { intervalEnd, intervalStart } from './interval.ts'
import type { CandleRange } from './market.ts'
import { typical, type Bar } from './subdivide.ts'
import { TICK, type Walk } from './walk.ts'

/** What the candles of one contract are made of. */
export interface Track {
  readonly contract: Contract
  readonly walk: Walk
  readonly course: Course
}

export function candleAt(track: Track, interval: Interval, within: Time, now: Time): Candle {
  const start = intervalStart(interval, within)
  const end = intervalEnd(interval, start)
  const heard = Math.min(end, Math.floor(now / TICK) * TICK)
  return { start, end, closed: end <= now, ...figures(track, start, heard) }
}

export function candlesOf(track: Track, interval: Interval, range: CandleRange): readonly Candle[] {
  const candles: Candle[] = []
  let start = intervalStart(interval, Math.min(range.to, range.now))
  while (start >= range.from && start >= track.contract.launch && candles.length < range.count) {
    candles.push(candleAt(track, interval, start, range.now))
    start = intervalStart(interval, start - 1)
  }
  return candles.reverse()
}

type Figures = Omit<Candle, 'start' | 'end' | 'closed'>

/** Prices, volume and turnover of [from, to). */
export function figures(track: Track, from: Time, to: Time): Figures {
  const { contract, course } = track
  const bar = course.bar(from, to)
  const volume = lots(track, to) - lots(track, from)
  const turnover = turnoverOf(contract, volume, bar)
  return {
    open: snap(bar.open, contract.tick),
    high: snap(bar.high, contract.tick),
    low: snap(bar.low, contract.tick),
    close: snap(bar.close, contract.tick),
    volume: onGrid(volume, contract.step),
    turnover: turnover.text,
    trades: volume === 0 ? 0 : 1 + Math.round(turnover.quote / 2500),
    takerBuyShare: 0.42 + 0.16 * fraction(hashPair(hashText(contract.id), from / TICK)),
  }
}

/** Steps of quantity traded up to a moment, counted from the anchor day. */
function lots({ contract, walk }: Track, time: Time): number {
  const base = contract.form === 'linear' ? contract.turnover / contract.anchor : contract.turnover
  return Math.floor((base / Number(contract.step)) * walk.traded(time))
}

function turnoverOf(contract: Contract, volume: number, bar: Bar): { text: Candle['turnover']; quote: number } {
  const quantity = volume * Number(contract.step)
  if (contract.form === 'linear') {
    const quote = quantity * typical(bar)
    return { text: fixed(Math.round(quote * 1e4), 4), quote }
  }
  return { text: fixed(Math.round((quantity / typical(bar)) * 1e8), 8), quote: quantity }
}
