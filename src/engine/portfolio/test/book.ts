import type { AccountSnapshot, AccountState } from '../../account/event.ts'
import type { MarketView } from '../../account/market-view.ts'
import { place, stateOf } from '../../account/test/samples.ts'
import { anchorTotals, type Anchor } from '../anchor.ts'
import { holdingsOf, type Holdings } from '../holdings.ts'
import { marginRatio } from '../margin-ratio.ts'
import { quotesOf, quotingContracts } from '../quotes.ts'
import { sumByAsset } from '../sums.ts'
import { figuresOf, type Figures } from '../totals.ts'

/** An account's figures as the market moves on from one statement. */
export function carriedFigures(
  market: MarketView,
  statement: Partial<AccountSnapshot>,
): { now(state?: AccountState): Figures & { readonly marginRatio: string | null }; readonly state: AccountState } {
  const state = stateOf(statement)
  const holdings = (of: AccountState): Holdings => holdingsOf(of, market, new Map())
  const anchor: Anchor = anchorTotals(null, null, state, sumByAsset(holdings(state)))
  return {
    state,
    now: (later = state) => {
      const held = holdings(later)
      const sums = sumByAsset(held)
      const quotes = quotesOf(quotingContracts(later, sums.keys(), market, place), market)
      const figures = figuresOf(later, sums, anchor, quotes)
      return { ...figures, marginRatio: marginRatio({ state: later, holdings: held, sums, quotes, figures }) }
    },
  }
}
