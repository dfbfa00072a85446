import type { Balance, Totals } from '../../engine/account/event.ts'
import { isZero, ONE, sign, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { AccountReport, AssetIndex, AssetReport } from './wire-account.ts'

/** The asset in which single-asset accounts are totalled; their totals cover nothing else. */
const TOTALLED = 'USDT'

/** How an account's collateral is pooled; `rates` values one unit of an asset in US dollars when it is. */
export type Pool = { readonly kind: 'single' } | { readonly kind: 'shared'; readonly indexes: readonly AssetIndex[] }

export function balancesOf(assets: readonly AssetReport[], pool: Pool): readonly Balance[] {
  return assets.filter(isHeld).map((asset) => balanceOf(asset, pool))
}

function balanceOf(asset: AssetReport, pool: Pool): Balance {
  return {
    asset: asset.asset,
    wallet: asset.walletBalance,
    // With shared collateral every asset repeats the figure of the whole account.
    available: pool.kind === 'shared' ? null : asset.availableBalance,
    borrowed: null,
    unrealisedPnl: asset.unrealizedProfit,
    equity: asset.marginBalance,
    rate: pool.kind === 'shared' ? sharedRate(asset, pool.indexes) : asset.asset === TOTALLED ? ONE : null,
    initialMargin: asset.initialMargin,
    maintenanceMargin: asset.maintMargin,
    recency: { sequence: null, at: asset.updateTime ?? 0 },
  }
}

/** What is owned is valued at the bid and what is owed at the ask, as the exchange does in its own totals. */
function sharedRate(asset: AssetReport, indexes: readonly AssetIndex[]): Decimal | null {
  const index = indexes.find(({ symbol }) => symbol === `${asset.asset}USD`)
  if (index === undefined) return null
  return sign(asset.marginBalance ?? asset.walletBalance) < 0 ? index.askRate : index.bidRate
}

/** Account-wide figures as far as the exchange states them for the whole account. */
export function totalsOf(report: AccountReport, pool: Pool, at: Time): Totals {
  const rest = pool.kind === 'shared' ? [] : report.assets.filter((asset) => asset.asset !== TOTALLED && isHeld(asset))
  const whole = rest.length === 0
  const wholeMargin = !rest.some(bearsMargin)
  return {
    currency: pool.kind === 'shared' ? 'USD' : TOTALLED,
    equity: whole ? report.totalMarginBalance : null,
    wallet: whole ? report.totalWalletBalance : null,
    marginBalance: wholeMargin ? report.totalMarginBalance : null,
    available: report.availableBalance,
    unrealisedPnl: wholeMargin ? report.totalUnrealizedProfit : null,
    initialMargin: wholeMargin ? report.totalInitialMargin : null,
    maintenanceMargin: wholeMargin ? report.totalMaintMargin : null,
    recency: { sequence: null, at },
  }
}

function isHeld(asset: AssetReport): boolean {
  return counts(asset.walletBalance) || counts(asset.unrealizedProfit) || bearsMargin(asset)
}

function bearsMargin(asset: AssetReport): boolean {
  return counts(asset.initialMargin) || counts(asset.maintMargin) || counts(asset.unrealizedProfit)
}

function counts(amount: Decimal | null): boolean {
  return amount !== null && !isZero(amount)
}
