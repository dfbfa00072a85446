import { mul } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Candle, Interval } from '../../market/candle.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { fixed, onGrid, shareOf } from '../format.ts'
import { symbolOf } from '../names.ts'
import { tradesUntil } from '../rest/tickers.ts'
import { changedOnly } from './changed-only.ts'
import type { Stream } from './stream.ts'

const BEAT = 250

/** `<symbol>@kline_<interval>`: while it trades, and exactly one frame with `x:true` when a candle is over. */
export function klineStream(market: Market, contract: Contract, interval: Interval): Stream {
  const changed = changedOnly()
  const memory: { start: Time | null } = { start: null }
  const bar = (within: Time, now: Time) => barOf(contract, interval, market.candle(contract, interval, within, now))

  function closing(start: Time, now: Time): readonly object[] {
    const before = memory.start
    memory.start = start
    return before === null || before >= start ? [] : [bar(before, now)]
  }
  return {
    everyMs: BEAT,
    frames(now) {
      const forming = market.candle(contract, interval, now, now)
      const bars = [...closing(forming.start, now), ...changed('bar', barOf(contract, interval, forming))]
      return bars.map((k) => ({ e: 'kline', E: now, s: symbolOf(contract), k }))
    },
  }
}

function barOf(contract: Contract, interval: Interval, candle: Candle): object {
  const share = shareOf(candle.takerBuyShare)
  const quiet = candle.trades === 0
  return {
    t: candle.start,
    T: candle.end - 1,
    s: symbolOf(contract),
    i: interval,
    f: quiet ? -1 : tradesUntil(candle.start),
    L: quiet ? -1 : tradesUntil(candle.start) + candle.trades - 1,
    o: onGrid(candle.open, contract.tick),
    c: onGrid(candle.close, contract.tick),
    h: onGrid(candle.high, contract.tick),
    l: onGrid(candle.low, contract.tick),
    v: onGrid(candle.volume, contract.step),
    n: candle.trades,
    x: candle.closed,
    q: fixed(candle.turnover, 2),
    V: onGrid(mul(candle.volume, share), contract.step),
    Q: fixed(mul(candle.turnover, share), 2),
    B: '0',
  }
}
