import { add, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Holding, Holdings } from './holdings.ts'

/** What the positions settled in one asset add up to, in this asset. Null: one of them is not known. */
export interface AssetSums {
  readonly pnl: Decimal | null
  /** The part of `pnl` that other positions can lean on. */
  readonly crossPnl: Decimal | null
  readonly notional: Decimal | null
  /** Margins leave out what portfolio margin holds: it is one figure of the whole account and no position's. */
  readonly initialMargin: Decimal | null
  readonly crossInitialMargin: Decimal | null
  readonly maintenanceMargin: Decimal | null
}

export const NO_POSITIONS: AssetSums = {
  pnl: ZERO,
  crossPnl: ZERO,
  notional: ZERO,
  initialMargin: ZERO,
  crossInitialMargin: ZERO,
  maintenanceMargin: ZERO,
}

/** Sums per settle asset. A position of an unlisted instrument has none and is told by {@link unlisted}. */
export function sumByAsset(holdings: Holdings): ReadonlyMap<string, AssetSums> {
  const sums = new Map<string, AssetSums>()
  for (const holding of holdings.values()) {
    const asset = holding.instrument?.settle
    if (asset !== undefined) sums.set(asset, withHolding(sums.get(asset) ?? NO_POSITIONS, holding))
  }
  return sums
}

export function unlisted(holdings: Holdings): readonly Holding[] {
  return [...holdings.values()].filter(({ instrument }) => instrument === null)
}

/** Unknown plus anything is unknown, never the rest. */
export function addKnown(a: Decimal | null, b: Decimal | null): Decimal | null {
  return a === null || b === null ? null : add(a, b)
}

function withHolding(sums: AssetSums, { position, value }: Holding): AssetSums {
  const isCross = position.marginMode !== 'isolated'
  const hasMargins = position.marginMode !== 'portfolio'
  const initialMargin = hasMargins ? value.initialMargin : ZERO
  return {
    pnl: addKnown(sums.pnl, value.unrealisedPnl),
    crossPnl: isCross ? addKnown(sums.crossPnl, value.unrealisedPnl) : sums.crossPnl,
    notional: addKnown(sums.notional, value.notional),
    initialMargin: addKnown(sums.initialMargin, initialMargin),
    crossInitialMargin: isCross ? addKnown(sums.crossInitialMargin, initialMargin) : sums.crossInitialMargin,
    maintenanceMargin: addKnown(sums.maintenanceMargin, hasMargins ? value.maintenanceMargin : ZERO),
  }
}
