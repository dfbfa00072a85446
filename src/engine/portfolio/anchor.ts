import { add, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountState, Balance, Totals } from '../account/event.ts'
import { NO_POSITIONS, type AssetSums } from './sums.ts'

/** What one asset was worth at the moment the exchange stated the account's totals. */
export interface AnchoredAsset extends Omit<AssetSums, 'notional'> {
  readonly wallet: Decimal
}

/**
 * The moment from which stated totals are carried on. Everything that moved in an asset since then is the difference
 * between now and the anchor.
 */
export interface Anchor {
  readonly totals: Totals
  readonly assets: ReadonlyMap<string, AnchoredAsset>
}

export const NOTHING_ANCHORED: AnchoredAsset = {
  wallet: ZERO,
  pnl: ZERO,
  crossPnl: ZERO,
  initialMargin: ZERO,
  crossInitialMargin: ZERO,
  maintenanceMargin: ZERO,
}

/**
 * Anchors newly stated totals, or keeps the anchor of the old ones. An asset stated together with the totals is
 * anchored at the PnL the exchange counted then; another one at ours of this moment.
 */
export function anchorTotals(
  anchor: Anchor | null,
  before: AccountState | null,
  after: AccountState,
  sums: ReadonlyMap<string, AssetSums>,
): Anchor {
  if (anchor !== null && anchor.totals === after.totals) return anchor
  const names = new Set([...after.balances.keys(), ...sums.keys()])
  const assets = new Map<string, AnchoredAsset>()
  for (const name of names) {
    const balance = after.balances.get(name)
    const isFresh = balance !== undefined && before?.balances.get(name) !== balance
    assets.set(name, anchorAsset(balance, isFresh ? balance.unrealisedPnl : null, sums.get(name) ?? NO_POSITIONS))
  }
  return { totals: after.totals, assets }
}

function anchorAsset(balance: Balance | undefined, statedPnl: Decimal | null, sums: AssetSums): AnchoredAsset {
  return {
    wallet: balance?.wallet ?? ZERO,
    pnl: statedPnl ?? sums.pnl,
    crossPnl: withStated(sums, statedPnl),
    initialMargin: sums.initialMargin,
    crossInitialMargin: sums.crossInitialMargin,
    maintenanceMargin: sums.maintenanceMargin,
  }
}

/** What the stated PnL has more than ours came from price moves on the way, which are ascribed to the cross part. */
function withStated(sums: AssetSums, statedPnl: Decimal | null): Decimal | null {
  if (statedPnl === null || sums.pnl === null || sums.crossPnl === null) return sums.crossPnl
  return add(sums.crossPnl, sub(statedPnl, sums.pnl))
}
