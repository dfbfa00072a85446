import { add, compare, isZero, mul, ONE, sign, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountState } from '../account/event.ts'
import { liveEquity } from './assets.ts'
import type { Holding, Holdings } from './holdings.ts'
import { rateOf, type Quotes } from './quotes.ts'
import { unlisted, type AssetSums } from './sums.ts'
import { hasPoolPerAsset, type Figures } from './totals.ts'
import { ratio } from './value.ts'

/** Money that is liquidated together: a cross account, one asset of it, or one isolated position. In one currency. */
interface Pool {
  readonly maintenance: Decimal
  readonly balance: Decimal
}

/** What a margin ratio is made of. */
export interface Margins {
  readonly state: AccountState
  readonly holdings: Holdings
  readonly sums: ReadonlyMap<string, AssetSums>
  readonly quotes: Quotes
  readonly figures: Figures
}

/**
 * Maintenance margin over margin balance of the pool nearest to liquidation; 1 is liquidation. An isolated position is
 * a pool of its own, and what was set aside for it cannot save the others. Without shared collateral each asset is a
 * pool too. Unknown when any pool is unknown.
 */
export function marginRatio(margins: Margins): Decimal | null {
  const isolated = isolatedIn([...margins.holdings.values()])
  const pools = [...isolated.map((holding) => isolatedPool(margins, holding)), ...crossPools(margins)]
  return pools.map((pool) => (pool === null ? null : ratioOf(pool))).reduce(greater, ZERO)
}

function crossPools(margins: Margins): readonly (Pool | null)[] {
  const { state, holdings, sums, figures } = margins
  // Where every position is isolated the money outside them carries no risk.
  if (state.modes.marginMode === 'isolated') return []
  const held = [...holdings.values()]
  if (!hasPoolPerAsset(state))
    return [without(poolOf(figures.maintenanceMargin, figures.marginBalance), margins, isolatedIn(held))]
  // Nobody knows which pool a position of an unknown contract leans on.
  if (unlisted(holdings).length > 0) return [null]
  return [...sums].map(([asset, sum]) => {
    const settled = held.filter(({ instrument }) => instrument?.settle === asset)
    return without(assetPool(state, asset, sum), margins, isolatedIn(settled))
  })
}

function assetPool({ balances }: AccountState, asset: string, { pnl, maintenanceMargin }: AssetSums): Pool | null {
  const balance = balances.get(asset)
  return poolOf(maintenanceMargin, balance === undefined ? pnl : liveEquity(balance, pnl))
}

function isolatedPool(margins: Margins, { position, instrument, value }: Holding): Pool | null {
  const rate = instrument === null ? null : unitOf(margins, instrument.settle)
  const aside = position.isolatedWallet ?? position.initialMargin
  if (rate === null || aside === null || value.unrealisedPnl === null || value.maintenanceMargin === null) return null
  return { maintenance: mul(value.maintenanceMargin, rate), balance: mul(add(aside, value.unrealisedPnl), rate) }
}

/** Pools of one asset are counted in it, so no rate can be missing. */
function unitOf({ state, quotes }: Margins, asset: string): Decimal | null {
  return hasPoolPerAsset(state) ? ONE : rateOf(state, quotes, asset)
}

function without(whole: Pool | null, margins: Margins, isolated: readonly Holding[]): Pool | null {
  return isolated.reduce<Pool | null>((rest, holding) => {
    const part = isolatedPool(margins, holding)
    if (rest === null || part === null) return null
    return { maintenance: sub(rest.maintenance, part.maintenance), balance: sub(rest.balance, part.balance) }
  }, whole)
}

function isolatedIn(holdings: readonly Holding[]): readonly Holding[] {
  return holdings.filter(({ position }) => position.marginMode === 'isolated')
}

function poolOf(maintenance: Decimal | null, balance: Decimal | null): Pool | null {
  return maintenance === null || balance === null ? null : { maintenance, balance }
}

/** A pool with a margin to keep and nothing to keep it with is at liquidation, which no division can say. */
function ratioOf({ maintenance, balance }: Pool): Decimal | null {
  if (isZero(maintenance)) return ZERO
  return sign(balance) > 0 ? ratio(maintenance, balance) : ONE
}

function greater(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (a === null || b === null) return null
  return compare(b, a) > 0 ? b : a
}
