import type { Parameters } from './parameters.ts'

/** Request weight by path, from the limits tables of the venue's endpoint pages. */
const FIXED: Readonly<Record<string, number>> = {
  '/fapi/v1/ping': 1,
  '/fapi/v1/time': 1,
  '/fapi/v1/exchangeInfo': 1,
  '/fapi/v1/fundingInfo': 0,
  '/fapi/v3/balance': 5,
  '/fapi/v3/account': 5,
  '/fapi/v3/positionRisk': 5,
  '/fapi/v1/accountConfig': 5,
  '/fapi/v1/symbolConfig': 5,
  '/fapi/v1/userTrades': 5,
  '/fapi/v1/allOrders': 5,
  '/fapi/v1/allAlgoOrders': 5,
  '/fapi/v1/income': 30,
  '/fapi/v1/leverageBracket': 1,
  '/fapi/v1/listenKey': 1,
  '/sapi/v1/account/apiRestrictions': 1,
}

/** With a symbol, and for the whole market. */
const BY_SYMBOL: Readonly<Record<string, readonly [number, number]>> = {
  '/fapi/v1/ticker/24hr': [1, 40],
  '/fapi/v1/ticker/bookTicker': [2, 5],
  '/fapi/v1/premiumIndex': [1, 10],
  '/fapi/v1/assetIndex': [1, 10],
  '/fapi/v1/openOrders': [1, 40],
  '/fapi/v1/openAlgoOrders': [1, 40],
}

/** What one request costs; an unknown path costs one. */
export function weightOf(path: string, parameters: Parameters): number {
  if (path === '/fapi/v1/klines') return klineWeight(Number(parameters.get('limit') ?? '500'))
  const pair = BY_SYMBOL[path]
  if (pair !== undefined) return parameters.has('symbol') ? pair[0] : pair[1]
  return FIXED[path] ?? 1
}

function klineWeight(limit: number): number {
  if (limit < 100) return 1
  if (limit < 500) return 2
  return limit <= 1000 ? 5 : 10
}
