import type { Time } from '../../../shared/ids.ts'
import { fail, ok } from '../../../shared/result.ts'
import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { money } from '../format.ts'
import { symbolOf } from '../names.ts'
import { assetIndexes } from './asset-index.ts'
import { exchangeInfo } from './exchange-info.ts'
import { klines } from './klines.ts'
import { refusals } from './refusal.ts'
import { oneOrAll, type Call, type Outcome, type Route } from './route.ts'
import { bookTicker, dayTicker } from './tickers.ts'

const open = (path: string, handle: (call: Call) => Outcome): Route => ({
  method: 'GET',
  path,
  security: 'none',
  handle,
})

/** Everything that needs no key (endpoint pages under "Market Data Endpoints"). */
export const marketRoutes: readonly Route[] = [
  open('/fapi/v1/ping', () => ok({})),
  open('/fapi/v1/time', ({ now }) => ok({ serverTime: now })),
  open('/fapi/v1/exchangeInfo', ({ world, options, now }) => ok(exchangeInfo(world.market, options, now))),
  open('/fapi/v1/klines', klines),
  open('/fapi/v1/ticker/24hr', (call) =>
    oneOrAll(call, (contract) => dayTicker(call.world.market, contract, call.now)),
  ),
  open('/fapi/v1/ticker/bookTicker', (call) =>
    oneOrAll(call, (contract) => bookTicker(call.world.market, contract, call.now)),
  ),
  open('/fapi/v1/premiumIndex', (call) =>
    oneOrAll(call, (contract) => premiumIndex(call.world.market, contract, call.now)),
  ),
  open('/fapi/v1/fundingInfo', ({ world }) => ok(fundingInfo(world.market))),
  open('/fapi/v1/assetIndex', assetIndex),
]

function premiumIndex(market: Market, contract: Contract, now: Time): unknown {
  const quote = market.quote(contract, now)
  return {
    symbol: symbolOf(contract),
    markPrice: money(quote.mark),
    indexPrice: money(quote.index),
    estimatedSettlePrice: money(quote.index),
    lastFundingRate: quote.funding === null ? '' : money(quote.funding.rate),
    interestRate: quote.funding === null ? '0.00000000' : '0.00010000',
    nextFundingTime: quote.funding?.next ?? 0,
    time: now,
  }
}

/** Only contracts whose interval is not the usual eight hours are listed. */
function fundingInfo(market: Market): unknown {
  return market
    .listed('binance')
    .filter((contract) => contract.delivery === null && contract.fundingHours !== 8)
    .map((contract) => ({
      symbol: symbolOf(contract),
      adjustedFundingRateCap: '0.02000000',
      adjustedFundingRateFloor: '-0.02000000',
      fundingIntervalHours: contract.fundingHours,
      disclaimer: false,
    }))
}

function assetIndex({ world, parameters, now }: Call): Outcome {
  const rows = assetIndexes(world.market, now)
  const symbol = parameters.get('symbol')
  if (symbol === undefined) return ok(rows)
  const row = rows.find((each) => each.symbol === symbol)
  return row === undefined ? fail(refusals.badSymbol) : ok(row)
}
