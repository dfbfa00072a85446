import type { Balance, Totals } from '../../engine/account/event.ts'
import { add, div, isZero, trim, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import { amountOf, maybeAmount, wordOf } from './values.ts'
import type { WalletCoin, WalletRow } from './wire-private.ts'

/** Decimals to which Bybit states the value of a coin in dollars. */
const VALUE_DECIMALS = 8

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

/**
 * USD per unit, as `usdValue` = equity × index price. Without equity there is nothing to divide by. The value is
 * rounded, so the rate has only as many digits as that leaves certain; more would show up in every sum.
 */
function rateOf(value: Decimal | null, equity: Decimal | null): Decimal | null {
  if (value === null || equity === null || isZero(equity)) return null
  return trim(div(value, equity, Math.max(0, VALUE_DECIMALS + magnitude(equity)), 'half-even'))
}

/** The power of ten an amount lies in: 3 for 9998.765, −2 for 0.0214. */
function magnitude(amount: Decimal): number {
  const [, whole = '', zeros = ''] = /^-?0*(\d*)(?:\.(0*))?/.exec(amount) ?? []
  return whole === '' ? -1 - zeros.length : whole.length - 1
}

function both(position: Decimal | null, orders: Decimal | null): Decimal | null {
  return position === null || orders === null ? null : add(position, orders)
}
