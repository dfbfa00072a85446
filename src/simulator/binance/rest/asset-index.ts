import { add, decimal, mul, ONE, sub, type Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Market } from '../../market/market.ts'
import { money } from '../format.ts'

const STABLE_BUFFER = decimal('0.0001')
const COIN_BUFFER = decimal('0.05')
const STABLE = new Set(['USDT', 'USDC', 'FDUSD', 'USD1'])
const COLLATERAL = ['USDT', 'USDC', 'BTC', 'ETH', 'BNB'] as const

/** USD per unit of a collateral asset when it is owned, and when it is owed. */
interface CollateralRate {
  readonly index: Decimal
  readonly buffer: Decimal
  readonly bid: Decimal
  readonly ask: Decimal
}

export function collateralRate(market: Market, asset: string, now: Time): CollateralRate {
  const index = market.assetPrice(asset, now)
  const buffer = STABLE.has(asset) ? STABLE_BUFFER : COIN_BUFFER
  return { index, buffer, bid: mul(index, sub(ONE, buffer)), ask: mul(index, add(ONE, buffer)) }
}

/** Rows of `GET /fapi/v1/assetIndex`. */
export function assetIndexes(market: Market, now: Time) {
  return COLLATERAL.map((asset) => {
    const { index, buffer, bid, ask } = collateralRate(market, asset, now)
    return {
      symbol: `${asset}USD`,
      time: now,
      index: money(index),
      bidBuffer: money(buffer),
      askBuffer: money(buffer),
      bidRate: money(bid),
      askRate: money(ask),
      autoExchangeBidBuffer: money(buffer),
      autoExchangeAskBuffer: money(buffer),
      autoExchangeBidRate: money(bid),
      autoExchangeAskRate: money(ask),
    }
  })
}
