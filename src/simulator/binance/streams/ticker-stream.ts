import { sub } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Market } from '../../market/market.ts'
import type { Contract } from '../../market/contract.ts'
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
    frames: (now) => changed(wire.symbol, dayFigures(market, wire, now, size)).map((row) => stamped(row, now, size)),
  }
}

/** `!ticker@arr` and `!miniTicker@arr`: an array of those that changed within the second, none when nothing did. */
export function allTickersStream(market: Market, size: TickerSize): Stream {
  const changed = changedOnly()
  return {
    everyMs: ALL_EVERY,
    frames(now) {
      const rows = wholeMarket(market).flatMap((wire) => changed(wire.symbol, dayFigures(market, wire, now, size)))
      return rows.length === 0 ? [] : [rows.map((row) => stamped(row, now, size))]
    },
  }
}

function dayFigures(market: Market, { contract, symbol, pair, st }: WireContract, now: Time, size: TickerSize): object {
  const { last } = market.quote(contract, now)
  const day = market.day(contract, now)
  const change = sub(last, day.open)
  const mini = {
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
  if (size === 'mini') return mini
  return {
    ...mini,
    p: onGrid(change, contract.tick),
    P: percentOf(change, day.open),
    w: weightedPrice(contract, day.volume, day.turnover),
    Q: onGrid(contract.step, contract.step),
    n: day.trades,
  }
}

function stamped(row: object, now: Time, size: TickerSize): object {
  if (size === 'mini') return { e: '24hrMiniTicker', E: now, ...row }
  return { e: '24hrTicker', E: now, ...row, O: now - DAY, C: now, F: 1, L: tradesUntil(now) }
}
