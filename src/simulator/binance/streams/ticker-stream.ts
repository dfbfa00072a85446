import { sub, type Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Market } from '../../market/market.ts'
import type { Contract } from '../../market/contract.ts'
import type { DayFigures } from '../../market/quote.ts'
import { fixed, onGrid } from '../format.ts'
import { percentOf, tradesUntil, weightedPrice } from '../rest/tickers.ts'
import { changedOnly } from './changed-only.ts'
import type { Stream } from './stream.ts'
import { wholeMarket, wireContract, type WireContract } from './wire-contracts.ts'

export type TickerSize = 'full' | 'mini'

const DAY = 86_400_000
const ONE_EVERY = 2000
const ALL_EVERY = 1000

/** `<symbol>@ticker` and `<symbol>@miniTicker`: every two seconds, when something changed. */
export function tickerStream(market: Market, contract: Contract, size: TickerSize): Stream {
  const wire = wireContract(contract)
  const changed = changedOnly()
  return {
    everyMs: ONE_EVERY,
    frames: (now) => changed(wire.symbol, prices(market, wire, now)).map(() => ticker(market, wire, now, size)),
  }
}

/** `!ticker@arr` and `!miniTicker@arr`: an array of those that changed within the second, none when nothing did. */
export function allTickersStream(market: Market, size: TickerSize): Stream {
  const changed = changedOnly()
  return {
    everyMs: ALL_EVERY,
    frames(now) {
      const moved = wholeMarket(market).filter((wire) => changed(wire.symbol, prices(market, wire, now)).length > 0)
      return moved.length === 0 ? [] : [moved.map((wire) => ticker(market, wire, now, size))]
    },
  }
}

/** What counts as a change; every contract here trades all the time, so volume alone does not. */
function prices(market: Market, { contract }: WireContract, now: Time) {
  const { open, high, low } = market.day(contract, now)
  return [market.quote(contract, now).last, open, high, low]
}

function ticker(market: Market, { contract, symbol, pair, st }: WireContract, now: Time, size: TickerSize): object {
  const { last } = market.quote(contract, now)
  const day = market.day(contract, now)
  const common = {
    E: now,
    s: symbol,
    ps: pair,
    c: onGrid(last, contract.tick),
    o: onGrid(day.open, contract.tick),
    h: onGrid(day.high, contract.tick),
    l: onGrid(day.low, contract.tick),
    v: onGrid(day.volume, contract.step),
    q: fixed(day.turnover, 2),
    st,
  }
  return size === 'mini'
    ? { e: '24hrMiniTicker', ...common }
    : { e: '24hrTicker', ...common, ...fullOnly(contract, last, day, now) }
}

function fullOnly(contract: Contract, last: Decimal, day: DayFigures, now: Time): object {
  const change = sub(last, day.open)
  return {
    p: onGrid(change, contract.tick),
    P: percentOf(change, day.open),
    w: weightedPrice(contract, day.volume, day.turnover),
    Q: onGrid(contract.step, contract.step),
    O: now - DAY,
    C: now,
    F: tradesUntil(now) - day.trades,
    L: tradesUntil(now) - 1,
    n: day.trades,
  }
}
