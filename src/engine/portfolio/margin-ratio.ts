import { add, compare, isZero, mul, ONE, sign, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { AccountState } from '../account/event.ts'
import type { Holding, Holdings } from './holdings.ts'
import { rateOf, type Figures } from './totals.ts'
import { ratio } from './value.ts'

/** Money that is liquidated together: the cross account, or one isolated position. Amounts in one currency. */
interface Pool {
  readonly maintenance: Decimal
  readonly balance: Decimal
}

/**
 * Maintenance margin over margin balance of the pool nearest to liquidation; 1 is liquidation. An isolated position is
 * a pool of its own, and what was set aside for it cannot save the others. Unknown when any pool is unknown.
 */
export function marginRatio(state: AccountState, holdings: Holdings, figures: Figures): Decimal | null {
  const isolated = [...holdings.values()].filter(({ position }) => position.marginMode === 'isolated')
  const pools = isolated.map((holding) => isolatedPool(state, holding))
  const ratios = [...pools, crossPool(state, figures, pools)].map((pool) => (pool === null ? null : ratioOf(pool)))
  return ratios.reduce(greater, ZERO)
}

function isolatedPool(state: AccountState, { position, instrument, value }: Holding): Pool | null {
  const rate = instrument === null ? null : rateOf(state, instrument.settle)
  const aside = position.isolatedWallet ?? position.initialMargin
  if (rate === null || aside === null || value.unrealisedPnl === null || value.maintenanceMargin === null) return null
  return { maintenance: mul(value.maintenanceMargin, rate), balance: mul(add(aside, value.unrealisedPnl), rate) }
}

function crossPool(state: AccountState, figures: Figures, isolated: readonly (Pool | null)[]): Pool | null {
  // Where every position is isolated the money outside them carries no risk.
  if (state.modes.marginMode === 'isolated') return { maintenance: ZERO, balance: ZERO }
  if (figures.maintenanceMargin === null || figures.marginBalance === null) return null
  let pool: Pool = { maintenance: figures.maintenanceMargin, balance: figures.marginBalance }
  for (const part of isolated) {
    if (part === null) return null
    pool = { maintenance: sub(pool.maintenance, part.maintenance), balance: sub(pool.balance, part.balance) }
  }
  return pool
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
