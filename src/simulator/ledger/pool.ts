import { add, div, mul, sub, sum, type Decimal } from '../../shared/decimal.ts'
import type { Account } from './account.ts'
import { AMOUNT_SCALE } from './contract-math.ts'
import type { Exposure } from './bybit-figures.ts'
import type { AccountFigures, AssetFigures, PositionFigures } from './margin.ts'

/** A position with its figures, before its liquidation price is known. */
export interface Sized {
  readonly key: string
  readonly exposure: Exposure
  readonly figures: Omit<PositionFigures, 'liquidationPrice'>
}

/** What answers for the cross positions settled in one asset, and what it must at least hold; in that asset. */
export interface Pool {
  readonly balance: Decimal
  readonly maintenance: Decimal
}

type Sums = Pick<AccountFigures, 'assets' | 'usd'>

/** That asset alone, or every asset in its worth; isolated positions and their margin stand apart. */
export function poolOf(account: Account, { assets, usd }: Sums, sized: readonly Sized[], asset: string): Pool {
  const own = assets.find((each) => each.asset === asset)
  if (own === undefined) throw new Error(`No figures of ${asset}`)
  const shared = account.venue === 'bybit' || account.state().modes.assets === 'multi'
  const all = shared ? inWorthOf(own, usd) : { balance: own.equity, maintenance: own.maintenanceMargin }
  const apart = isolatedPart(
    sized.filter(({ exposure }) => shared || exposure.contract.settle === asset),
    own,
    assets,
  )
  return { balance: sub(all.balance, apart.balance), maintenance: sub(all.maintenance, apart.maintenance) }
}

function inWorthOf(own: AssetFigures, usd: Sums['usd']): Pool {
  return {
    balance: div(usd.equity, own.price, AMOUNT_SCALE, 'half-even'),
    maintenance: div(usd.maintenanceMargin, own.price, AMOUNT_SCALE, 'half-even'),
  }
}

function isolatedPart(sized: readonly Sized[], own: AssetFigures, assets: readonly AssetFigures[]): Pool {
  const isolated = sized.filter(({ exposure }) => exposure.position.margin === 'isolated')
  const worth = (settle: string, amount: Decimal): Decimal => {
    const price = assets.find((each) => each.asset === settle)?.price
    if (settle === own.asset || price === undefined) return amount
    return div(mul(amount, price), own.price, AMOUNT_SCALE, 'half-even')
  }
  return {
    balance: sum(
      isolated.map(({ exposure: { contract, position }, figures }) =>
        worth(contract.settle, add(position.isolatedWallet, figures.unrealised)),
      ),
    ),
    maintenance: sum(
      isolated.map(({ exposure, figures }) => worth(exposure.contract.settle, figures.maintenanceMargin)),
    ),
  }
}
