import { decimal, div, isZero, mul, sub, type Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { fixed, onGrid } from '../format.ts'
import { symbolOf } from '../names.ts'

const DAY = 86_400_000

/** A row of `GET /fapi/v1/ticker/24hr`; no best prices, unlike on the spot market. */
export function dayTicker(market: Market, contract: Contract, now: Time): unknown {
  const quote = market.quote(contract, now)
  const day = market.day(contract, now)
  const change = sub(quote.last, day.open)
  return {
    symbol: symbolOf(contract),
    priceChange: onGrid(change, contract.tick),
    priceChangePercent: percentOf(change, day.open),
    weightedAvgPrice: weightedPrice(contract, day.volume, day.turnover),
    lastPrice: onGrid(quote.last, contract.tick),
    lastQty: onGrid(contract.step, contract.step),
    openPrice: onGrid(day.open, contract.tick),
    highPrice: onGrid(day.high, contract.tick),
    lowPrice: onGrid(day.low, contract.tick),
    volume: onGrid(day.volume, contract.step),
    quoteVolume: fixed(day.turnover, 2),
    openTime: now - DAY,
    closeTime: now,
    firstId: tradesUntil(now) - day.trades,
    lastId: tradesUntil(now) - 1,
    count: day.trades,
  }
}

/** "0.893" for 0.893 %. */
export function percentOf(change: Decimal, whole: Decimal): string {
  return isZero(whole) ? '0.000' : fixed(div(mul(change, decimal('100')), whole, 3, 'half-even'), 3)
}

export function weightedPrice(contract: Contract, volume: Decimal, turnover: Decimal): string {
  const price = isZero(volume) ? decimal('0') : div(turnover, volume, 12, 'half-even')
  return onGrid(price, contract.tick)
}

/** Public trade numbers only have to rise; nobody looks one up. */
export function tradesUntil(now: Time): number {
  return Math.floor(now / 100)
}

/** A row of `GET /fapi/v1/ticker/bookTicker`. */
export function bookTicker(market: Market, contract: Contract, now: Time): unknown {
  const quote = market.quote(contract, now)
  return {
    symbol: symbolOf(contract),
    bidPrice: onGrid(quote.bid, contract.tick),
    bidQty: onGrid(quote.bidSize, contract.step),
    askPrice: onGrid(quote.ask, contract.tick),
    askQty: onGrid(quote.askSize, contract.step),
    time: quote.at,
    lastUpdateId: tradesUntil(quote.at),
  }
}
