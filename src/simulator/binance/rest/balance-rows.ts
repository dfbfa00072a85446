import { add } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { Account } from '../../ledger/account.ts'
import type { Market } from '../../market/market.ts'
import { money } from '../format.ts'
import { accountPositions } from './position-rows.ts'
import { standingOf, type AssetStanding, type Sums } from './standing.ts'

/** Rows of `GET /fapi/v3/balance`: one per asset, empty ones included. */
export function balanceRows(account: Account, market: Market, now: Time): readonly unknown[] {
  return standingOf(account, market, now).assets.map((each) => ({
    accountAlias: accountAlias(account),
    asset: each.asset,
    balance: money(each.wallet),
    crossWalletBalance: money(each.crossWallet),
    crossUnPnl: money(each.crossUnrealised),
    availableBalance: money(each.available),
    maxWithdrawAmount: money(each.withdrawable),
    marginAvailable: true,
    updateTime: each.updatedAt,
  }))
}

/** `GET /fapi/v3/account`. */
export function accountAnswer(account: Account, market: Market, now: Time): unknown {
  const standing = standingOf(account, market, now)
  return {
    ...totalsOf(standing.totals),
    assets: standing.assets.map(assetRow),
    positions: accountPositions(account, market, standing.figures, now),
  }
}

/** A stable code of the account, by which one added twice is noticed. */
function accountAlias(account: Account): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  const digit = (place: number) => letters[Math.floor(account.user / 47 ** place) % letters.length] ?? 'S'
  return [0, 1, 2, 3, 4, 5, 6, 7].map(digit).join('')
}

function totalsOf(totals: Sums) {
  return {
    totalInitialMargin: money(add(totals.positionMargin, totals.orderMargin)),
    totalMaintMargin: money(totals.maintenanceMargin),
    totalWalletBalance: money(totals.wallet),
    totalUnrealizedProfit: money(totals.unrealised),
    totalMarginBalance: money(totals.marginBalance),
    totalPositionInitialMargin: money(totals.positionMargin),
    totalOpenOrderInitialMargin: money(totals.orderMargin),
    totalCrossWalletBalance: money(totals.crossWallet),
    totalCrossUnPnl: money(totals.crossUnrealised),
    availableBalance: money(totals.available),
    maxWithdrawAmount: money(totals.withdrawable),
  }
}

function assetRow(each: AssetStanding): unknown {
  return {
    asset: each.asset,
    walletBalance: money(each.wallet),
    unrealizedProfit: money(each.unrealised),
    marginBalance: money(each.marginBalance),
    maintMargin: money(each.maintenanceMargin),
    initialMargin: money(add(each.positionMargin, each.orderMargin)),
    positionInitialMargin: money(each.positionMargin),
    openOrderInitialMargin: money(each.orderMargin),
    crossWalletBalance: money(each.crossWallet),
    crossUnPnl: money(each.crossUnrealised),
    availableBalance: money(each.available),
    maxWithdrawAmount: money(each.withdrawable),
    updateTime: each.updatedAt,
  }
}
