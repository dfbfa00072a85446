import type { Time } from '../../../shared/ids.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { onGrid } from '../format.ts'
import { tradesUntil } from '../rest/tickers.ts'
import { changedOnly } from './changed-only.ts'
import type { Stream } from './stream.ts'
import { wholeMarket, wireContract, type WireContract } from './wire-contracts.ts'

const BEAT = 250
const THROTTLE = 5000

/** `<symbol>@bookTicker`: whenever best prices or their sizes change. */
export function bookTickerStream(market: Market, contract: Contract): Stream {
  const wire = wireContract(contract)
  const changed = changedOnly()
  return {
    everyMs: BEAT,
    frames: (now) => changed(wire.symbol, best(market, wire, now)).map((row) => stamped(row, now)),
  }
}

/** `!bookTicker`: the same objects one by one, but each contract only every five seconds. */
export function allBookTickersStream(market: Market): Stream {
  const changed = changedOnly()
  return {
    everyMs: THROTTLE,
    frames: (now) =>
      wholeMarket(market)
        .flatMap((wire) => changed(wire.symbol, best(market, wire, now)))
        .map((row) => stamped(row, now)),
  }
}

function best(market: Market, { contract, symbol, pair, st }: WireContract, now: Time) {
  const quote = market.quote(contract, now)
  return {
    s: symbol,
    ps: pair,
    b: onGrid(quote.bid, contract.tick),
    B: onGrid(quote.bidSize, contract.step),
    a: onGrid(quote.ask, contract.tick),
    A: onGrid(quote.askSize, contract.step),
    st,
  }
}

function stamped(row: object, now: Time): object {
  return { e: 'bookTicker', u: tradesUntil(now), ...row, T: now, E: now }
}
