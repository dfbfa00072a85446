import type { World } from '../../face.ts'
import { gridScale, type Contract } from '../../market/contract.ts'
import type { Query } from '../query.ts'
import { categoryOf, symbolOf } from '../names.ts'
import { restTicker } from '../rows/ticker.ts'
import { page } from './page.ts'
import { error, result, type PublicAsk, type Reply } from './reply.ts'

/** `/v5/market/time`. */
export function serverTime({ now }: PublicAsk): Reply {
  return result({ timeSecond: String(Math.floor(now / 1000)), timeNano: `${now}213947` })
}

/** `/v5/market/instruments-info`. */
export function instrumentsInfo({ world, query }: PublicAsk): Reply {
  const found = contractsAsked(world, query)
  if (found.kind === 'refused') return found.reply
  const rows = found.contracts.map((contract, index) => ({ key: contract.id, row: instrument(contract, index + 5) }))
  const paged = page(rows, query, { usual: 500, most: 1000 })
  if (paged.kind === 'refused') return paged.reply
  return result({ category: query.category, list: paged.list, nextPageCursor: paged.nextPageCursor })
}

/** `/v5/market/tickers`. */
export function tickers({ world, query, now }: PublicAsk): Reply {
  const found = contractsAsked(world, query)
  if (found.kind === 'refused') return found.reply
  const { market } = world
  const list = found.contracts.map((contract) =>
    restTicker(contract, market.quote(contract, now), market.day(contract, now)),
  )
  return result({ category: query.category, list })
}

type Asked =
  | { readonly kind: 'found'; readonly contracts: readonly Contract[] }
  | { readonly kind: 'refused'; readonly reply: Reply }

function contractsAsked(world: World, { category, symbol, baseCoin, status }: Query): Asked {
  if (category === undefined) return { kind: 'refused', reply: error(10001, 'params error: category is required') }
  const listed = world.market.listed('bybit').filter((contract) => {
    return categoryOf(contract) === category && (baseCoin === undefined || contract.base === baseCoin)
  })
  if (status !== undefined && status !== 'Trading') return { kind: 'found', contracts: [] }
  if (symbol === undefined) return { kind: 'found', contracts: listed }
  const contract = listed.find((each) => symbolOf(each) === symbol)
  if (contract !== undefined) return { kind: 'found', contracts: [contract] }
  return { kind: 'refused', reply: error(10001, `params error: symbol invalid ${symbol}`) }
}

function instrument(contract: Contract, symbolId: number): Readonly<Record<string, unknown>> {
  return {
    symbol: symbolOf(contract),
    symbolId,
    contractType: contractType(contract),
    status: 'Trading',
    baseCoin: contract.base,
    quoteCoin: contract.quote,
    launchTime: String(contract.launch),
    deliveryTime: String(contract.delivery ?? 0),
    deliveryFeeRate: '',
    priceScale: String(contract.tick.split('.')[1]?.length ?? gridScale(contract.tick)),
    leverageFilter: { minLeverage: '1', maxLeverage: contract.maxLeverage, leverageStep: '0.01' },
    priceFilter: { minPrice: contract.tick, maxPrice: '1999999.80', tickSize: contract.tick },
    lotSizeFilter: {
      maxOrderQty: contract.maxQuantity,
      minOrderQty: contract.step,
      qtyStep: contract.step,
      postOnlyMaxOrderQty: contract.maxQuantity,
      maxMktOrderQty: contract.maxQuantity,
      minNotionalValue: contract.minNotional,
    },
    unifiedMarginTrade: true,
    fundingInterval: contract.delivery === null ? contract.fundingHours * 60 : 0,
    settleCoin: contract.settle,
    copyTrading: 'none',
    upperFundingRate: '0.00375',
    lowerFundingRate: '-0.00375',
    isPreListing: false,
    preListingInfo: null,
    riskParameters: { priceLimitRatioX: '0.01', priceLimitRatioY: '0.02' },
    symbolType: '',
  }
}

function contractType({ form, delivery }: Contract): string {
  return `${form === 'linear' ? 'Linear' : 'Inverse'}${delivery === null ? 'Perpetual' : 'Futures'}`
}
