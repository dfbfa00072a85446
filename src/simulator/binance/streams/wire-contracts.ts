import type { Contract } from '../../market/contract.ts'
import type { Market } from '../../market/market.ts'
import { symbolOf } from '../names.ts'

/** A contract as whole-market streams name it: `st` 1 is USDⓈ-M, 2 the COIN-M contracts mixed in since 2026-06. */
export interface WireContract {
  readonly contract: Contract
  readonly symbol: string
  readonly pair: string
  readonly st: 1 | 2
}

export function wireContract(contract: Contract): WireContract {
  return { contract, symbol: symbolOf(contract), pair: `${contract.base}${contract.quote}`, st: 1 }
}

/** Everything a whole-market stream carries, the contracts of the other product included. */
export function wholeMarket(market: Market): readonly WireContract[] {
  const coinMargined = market.contracts
    .filter((contract) => contract.form === 'inverse' && contract.delivery === null)
    .map((contract) => ({ contract, symbol: `${contract.base}USD_PERP`, pair: `${contract.base}USD`, st: 2 as const }))
  return [...market.listed('binance').map(wireContract), ...coinMargined]
}
