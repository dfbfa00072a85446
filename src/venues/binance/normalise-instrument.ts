import type { Instrument } from '../../engine/market/instrument.ts'
import { decimal, ONE, type Decimal } from '../../shared/decimal.ts'
import { instrumentId, type MarketId } from '../../shared/ids.ts'
import { unlessZero } from './normalise-words.ts'
import type { Contract } from './wire-market.ts'

/** Hours between two fundings of a perpetual; null when not known. */
export type FundingIntervals = (symbol: string) => number | null

/** Precision is not the tick (BTCUSDT: two digits, tick 0.10); it stands in only where a filter is missing. */
export function instrumentOf(contract: Contract, intervals: FundingIntervals, market: MarketId): Instrument {
  const perpetual = isPerpetual(contract)
  return {
    instrument: instrumentId(market, contract.symbol),
    market,
    symbol: contract.symbol,
    base: contract.baseAsset,
    quote: contract.quoteAsset,
    settle: contract.marginAsset,
    kind: 'linear',
    tick: filterStep(contract, 'PRICE_FILTER', 'tickSize') ?? lastDigit(contract.pricePrecision),
    step: filterStep(contract, 'LOT_SIZE', 'stepSize') ?? lastDigit(contract.quantityPrecision),
    contractSize: ONE,
    sizeUnit: contract.baseAsset,
    fundingIntervalHours: perpetual ? intervals(contract.symbol) : null,
    expiresAt: perpetual ? null : contract.deliveryDate,
    trading: contract.status === 'TRADING',
  }
}

/** The delivery date of contracts that are never delivered: the year 2100. */
const NEVER = 4_133_404_800_000

/** Types are an open set (PERPETUAL, TRADIFI_PERPETUAL …, none at all before a listing); the date settles the rest. */
function isPerpetual({ contractType, deliveryDate }: Contract): boolean {
  return contractType.includes('PERPETUAL') || deliveryDate === null || deliveryDate >= NEVER
}

function filterStep(contract: Contract, filterType: string, field: 'tickSize' | 'stepSize'): Decimal | null {
  return unlessZero(contract.filters.find((filter) => filter.filterType === filterType)?.[field] ?? null)
}

function lastDigit(precision: number | null | undefined): Decimal {
  const digits = precision ?? 8
  return digits === 0 ? ONE : decimal(`0.${'0'.repeat(digits - 1)}1`)
}
