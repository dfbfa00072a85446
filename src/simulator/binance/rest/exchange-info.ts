import { decimal, div, mul, trim } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import { gridScale, type Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { fixed, onGrid } from '../format.ts'
import { symbolOf } from '../names.ts'
import type { BinanceOptions } from '../options.ts'

/** "No expiry" in the venue's calendar: the year 2100. */
const NEVER = 4_133_404_800_000
const QUARTER = 91 * 86_400_000

/** `GET /fapi/v1/exchangeInfo`. */
export function exchangeInfo(market: Market, options: BinanceOptions, now: Time): unknown {
  return {
    timezone: 'UTC',
    serverTime: now,
    futuresType: 'U_MARGINED',
    rateLimits: [
      { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: options.weightPerMinute },
      { rateLimitType: 'ORDERS', interval: 'MINUTE', intervalNum: 1, limit: 1200 },
      { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 300 },
    ],
    exchangeFilters: [],
    assets: marginAssets(market),
    symbols: market.listed('binance').map((contract) => symbolRow(contract, now)),
  }
}

function marginAssets(market: Market): unknown {
  const assets = new Set([...market.listed('binance').map((contract) => contract.settle), 'BNB'])
  return [...assets].map((asset) => ({
    asset,
    marginAvailable: true,
    autoAssetExchange: asset === 'BNB' ? '-10' : '-10000',
  }))
}

function symbolRow(contract: Contract, now: Time): unknown {
  return {
    symbol: symbolOf(contract),
    pair: `${contract.base}${contract.quote}`,
    contractType: contractType(contract, now),
    deliveryDate: deliveryDate(contract),
    onboardDate: contract.launch,
    status: contractStatus(contract, now),
    maintMarginPercent: percent(contract.maintenanceRate),
    requiredMarginPercent: fixed(div(decimal('100'), contract.maxLeverage, 4, 'half-even'), 4),
    baseAsset: contract.base,
    quoteAsset: contract.quote,
    marginAsset: contract.settle,
    // The venue's "precision" is not the tick: it often allows one digit more.
    pricePrecision: gridScale(contract.tick) + 1,
    quantityPrecision: gridScale(contract.step),
    baseAssetPrecision: 8,
    quotePrecision: 8,
    underlyingType: contract.underlying === 'coin' ? 'COIN' : contract.underlying === 'equity' ? 'EQUITY' : 'INDEX',
    underlyingSubType: [],
    settlePlan: 0,
    triggerProtect: '0.0500',
    liquidationFee: '0.012500',
    marketTakeBound: '0.05',
    maxMoveOrderLimit: 10_000,
    filters: filters(contract),
    orderTypes: ['LIMIT', 'MARKET', 'STOP', 'STOP_MARKET', 'TAKE_PROFIT', 'TAKE_PROFIT_MARKET', 'TRAILING_STOP_MARKET'],
    timeInForce: ['GTC', 'IOC', 'FOK', 'GTX', 'GTD'],
    permissionSets: ['GRID'],
  }
}

function filters(contract: Contract): unknown {
  const { step, tick, maxQuantity, minNotional } = contract
  const price = { filterType: 'PRICE_FILTER', minPrice: tick, maxPrice: '10000000', tickSize: tick }
  const lots = { minQty: step, maxQty: onGrid(maxQuantity, step), stepSize: step }
  return [
    price,
    { filterType: 'LOT_SIZE', ...lots },
    { ...lots, filterType: 'MARKET_LOT_SIZE' },
    { filterType: 'MAX_NUM_ORDERS', limit: 200 },
    { filterType: 'MIN_NOTIONAL', notional: trim(minNotional) },
    { filterType: 'PERCENT_PRICE', multiplierUp: '1.0500', multiplierDown: '0.9500', multiplierDecimal: '4' },
  ]
}

export function contractType(contract: Contract, now: Time): string {
  if (contract.delivery === null) return contract.underlying === 'equity' ? 'TRADIFI_PERPETUAL' : 'PERPETUAL'
  return contract.delivery - now > QUARTER ? 'NEXT_QUARTER' : 'CURRENT_QUARTER'
}

export function contractStatus(contract: Contract, now: Time): string {
  if (now < contract.launch) return 'PENDING_TRADING'
  return contract.delivery !== null && now >= contract.delivery ? 'SETTLING' : 'TRADING'
}

export function deliveryDate(contract: Contract): Time {
  return contract.delivery ?? NEVER
}

function percent(fraction: Contract['maintenanceRate']): string {
  return fixed(mul(fraction, decimal('100')), 4)
}
