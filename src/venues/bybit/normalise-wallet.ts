import type { Balance, Totals } from '../../engine/account/event.ts'
import { add, div, isZero, trim, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { amountOf, maybeAmount, wordOf } from './values.ts'
import type { WalletCoin, WalletRow } from './wire-private.ts'

/** Digits kept of a rate, which Bybit does not state but which follows from its value of the coin. */
const RATE_SCALE = 18

/** Older account kinds have wallets of other types beside the unified one. */
export function isUnified(row: WalletRow): boolean {
  return ['', 'UNIFIED'].includes(wordOf(row.accountType, 20))
}

/** Account-wide figures, in USD whatever the coins are. Wallet rows have no sequence: their moment is `at`. */
export function totalsOf(row: WalletRow, at: Time): Totals {
  return {
    currency: 'USD',
    equity: maybeAmount(row.totalEquity),
    wallet: maybeAmount(row.totalWalletBalance),
    marginBalance: maybeAmount(row.totalMarginBalance),
    available: maybeAmount(row.totalAvailableBalance),
    unrealisedPnl: maybeAmount(row.totalPerpUPL),
    initialMargin: maybeAmount(row.totalInitialMargin),
    maintenanceMargin: maybeAmount(row.totalMaintenanceMargin),
    recency: { sequence: null, at },
  }
}

export function balanceOf(coin: WalletCoin, at: Time): Balance {
  const equity = maybeAmount(coin.equity)
  return {
    asset: coin.coin,
    wallet: amountOf(coin.walletBalance),
    available: maybeAmount(coin.availableToWithdraw),
    borrowed: maybeAmount(coin.borrowAmount),
    unrealisedPnl: maybeAmount(coin.unrealisedPnl),
    equity,
    rate: rateOf(maybeAmount(coin.usdValue), equity),
    initialMargin: both(maybeAmount(coin.totalPositionIM), maybeAmount(coin.totalOrderIM)),
    maintenanceMargin: maybeAmount(coin.totalPositionMM),
    recency: { sequence: null, at },
  }
}

/** USD per unit, as `usdValue` = equity × index price. Without equity there is nothing to divide by. */
function rateOf(value: Decimal | null, equity: Decimal | null): Decimal | null {
  if (value === null || equity === null || isZero(equity)) return null
  return trim(div(value, equity, RATE_SCALE, 'half-even'))
}

function both(position: Decimal | null, orders: Decimal | null): Decimal | null {
  return position === null || orders === null ? null : add(position, orders)
}
