import { add, isZero, sub, trim, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountState, Balance } from '../account/event.ts'
import { NOTHING_ANCHORED, type Anchor, type AnchoredAsset } from './anchor.ts'
import { rateOf, statedRate, type Quotes } from './quotes.ts'
import { NO_POSITIONS, addKnown, type AssetSums } from './sums.ts'

/** One asset of the account now, and as it was when the totals were stated. */
export interface Asset {
  readonly name: string
  readonly balance: Balance | null
  readonly now: AssetSums
  readonly then: AnchoredAsset
  readonly rate: Decimal | null
  /** Where the rate comes from: the exchange, whose totals then cover the asset, or the market. */
  readonly backing: 'stated' | 'quoted' | 'none'
  /** Positions are settled in it. */
  readonly isSettled: boolean
  readonly isEmpty: boolean
}

/** What of one asset a figure counts, in that asset; null is unknown. */
export type Part = (asset: Asset) => Decimal | null

/** How an asset shares in a figure: by what moved since the figure was stated, or with all there is now. */
export interface Share {
  readonly moved: Part
  readonly now: Part
}

export const WALLET: Share = { moved: movedWallet, now: ({ balance }) => balance?.wallet ?? ZERO }
export const EQUITY: Share = { moved: movedEquity, now: equityNow }
export const INITIAL_MARGIN: Share = {
  moved: ({ now, then }) => moved(now.initialMargin, then.initialMargin),
  now: ({ balance, now }) => (balance === null ? now.initialMargin : balance.initialMargin),
}
export const MAINTENANCE_MARGIN: Share = {
  moved: ({ now, then }) => moved(now.maintenanceMargin, then.maintenanceMargin),
  now: ({ now }) => now.maintenanceMargin,
}

/** Every asset with a balance, with positions, or with either when the totals were stated. */
export function assetsOf(
  state: AccountState,
  sums: ReadonlyMap<string, AssetSums>,
  anchor: Anchor,
  quotes: Quotes,
): readonly Asset[] {
  const names = new Set([...state.balances.keys(), ...sums.keys(), ...anchor.assets.keys()])
  return [...names].map((name) => {
    const balance = state.balances.get(name) ?? null
    const now = sums.get(name) ?? NO_POSITIONS
    const then = anchor.assets.get(name) ?? NOTHING_ANCHORED
    const rate = rateOf(state, quotes, name)
    const backing = statedRate(state, name) !== null ? 'stated' : rate !== null ? 'quoted' : 'none'
    return { name, balance, now, then, rate, backing, isSettled: sums.has(name), isEmpty: isEmpty(balance, now) }
  })
}

/** An asset's equity now: as stated, with our live PnL in the place of the one counted then. */
export function liveEquity(balance: Balance, pnl: Decimal | null): Decimal | null {
  if (pnl === null) return null
  if (balance.equity !== null && balance.unrealisedPnl !== null)
    return trim(add(balance.equity, sub(pnl, balance.unrealisedPnl)))
  return trim(add(sub(balance.wallet, balance.borrowed ?? ZERO), pnl))
}

/** Free is what cross positions gain, less what their margins grow by. */
export function movedAvailable(asset: Asset): Decimal | null {
  const { now, then } = asset
  if (now.crossPnl === null || then.crossPnl === null) return null
  const gained = add(movedWallet(asset), sub(now.crossPnl, then.crossPnl))
  const bound = moved(now.crossInitialMargin, then.crossInitialMargin)
  return bound === null ? null : sub(gained, bound)
}

function movedWallet({ balance, then }: Asset): Decimal {
  return sub(balance?.wallet ?? ZERO, then.wallet)
}

function movedEquity(asset: Asset): Decimal | null {
  const pnl = asset.now.pnl === null || asset.then.pnl === null ? null : sub(asset.now.pnl, asset.then.pnl)
  return addKnown(movedWallet(asset), pnl)
}

/** What no position stated when the total was, cannot be followed: the total then stays as stated. */
function moved(now: Decimal | null, then: Decimal | null): Decimal | null {
  if (then === null) return ZERO
  return now === null ? null : sub(now, then)
}

function equityNow({ balance, now }: Asset): Decimal | null {
  return balance === null ? now.pnl : liveEquity(balance, now.pnl)
}

function isEmpty(balance: Balance | null, { pnl }: AssetSums): boolean {
  const amounts = [balance?.wallet ?? ZERO, balance?.equity ?? ZERO, balance?.borrowed ?? ZERO, pnl]
  return amounts.every((amount) => amount !== null && isZero(amount))
}
