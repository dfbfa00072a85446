import { isZero, ONE, type Decimal } from '../../shared/decimal.ts'
import type { InstrumentId, MarketId } from '../../shared/ids.ts'
import type { AccountState, Balance } from '../account/event.ts'
import type { MarketPrice, MarketView } from '../account/market-view.ts'

/** What the market pays for one unit of an asset, in the account's currency. */
export interface Quote {
  readonly price: MarketPrice | null
  readonly rate: Decimal | null
}

/** By asset: those whose rate the exchange does not state and whose contract against the account's currency it lists. */
export type Quotes = ReadonlyMap<string, Quote>

/** The contracts whose prices are such rates, by asset. */
export type QuotingContracts = ReadonlyMap<string, InstrumentId>

/**
 * The perpetual of every asset that the account has something of, in a balance or in positions settled in it, and that
 * has no stated rate. An asset without such a contract is not among them.
 */
export function quotingContracts(
  state: AccountState,
  settledIn: Iterable<string>,
  market: Pick<MarketView, 'perpetual'>,
  place: MarketId,
): QuotingContracts {
  const owned = [...state.balances.values()].filter(isSomething).map(({ asset }) => asset)
  const contracts = new Map<string, InstrumentId>()
  for (const asset of new Set([...owned, ...settledIn])) {
    if (statedRate(state, asset) !== null) continue
    const contract = market.perpetual(place, asset, state.totals.currency)
    if (contract !== null) contracts.set(asset, contract.instrument)
  }
  return contracts
}

/** The mark price, or the last one paid while no mark is known. */
export function quotesOf(contracts: QuotingContracts, market: Pick<MarketView, 'price'>): Quotes {
  const quotes = new Map<string, Quote>()
  for (const [asset, contract] of contracts) {
    const price = market.price(contract)
    quotes.set(asset, { price, rate: price?.mark ?? price?.last ?? null })
  }
  return quotes
}

/** One unit of an asset in the account's currency, as the exchange states it; null when it states none. */
export function statedRate(state: AccountState, asset: string): Decimal | null {
  return state.balances.get(asset)?.rate ?? (asset === state.totals.currency ? ONE : null)
}

/** One unit of an asset in the account's currency, as stated or else as the market pays; null when neither is known. */
export function rateOf(state: AccountState, quotes: Quotes, asset: string): Decimal | null {
  return statedRate(state, asset) ?? quotes.get(asset)?.rate ?? null
}

function isSomething({ wallet, equity, borrowed }: Balance): boolean {
  return [wallet, equity, borrowed].some((amount) => amount !== null && !isZero(amount))
}
