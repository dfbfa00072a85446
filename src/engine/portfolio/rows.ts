import type { BalanceRow, OrderRow, PositionRow, TotalRow } from '../../shared/account-rows.ts'
import { mul, round, trim, type Decimal } from '../../shared/decimal.ts'
import type { Freshness } from '../../shared/fields.ts'
import { symbolOf, type AccountId, type Time } from '../../shared/ids.ts'
import type { Balance, Order, Recency } from '../account/event.ts'
import { liveEquity } from './assets.ts'
import type { Holding } from './holdings.ts'
import type { Origin } from './origins.ts'
import type { Performance } from './performance.ts'
import type { Figures } from './totals.ts'
import { AMOUNT_DIGITS } from './value.ts'

/** What all rows of one account share. */
export interface RowContext {
  readonly account: AccountId
  readonly freshness: Freshness
}

export function positionRow(
  { account, freshness }: RowContext,
  holding: Holding,
  origin: Origin,
  markFreshness: Freshness,
): PositionRow {
  const { position, instrument, price, value } = holding
  return {
    account,
    instrument: position.instrument,
    symbol: instrument?.symbol ?? symbolOf(position.instrument),
    slot: position.slot,
    side: position.side,
    size: position.size,
    sizeUnit: instrument?.sizeUnit ?? '',
    settleAsset: instrument?.settle ?? '',
    marginMode: position.marginMode,
    entry: position.entry,
    breakEven: position.breakEven,
    ...value,
    liquidation: position.liquidation,
    realisedPnl: position.realisedPnl,
    leverage: position.leverage,
    takeProfit: position.takeProfit,
    stopLoss: position.stopLoss,
    trailingStop: position.trailingStop,
    fundingRate: price?.fundingRate ?? null,
    nextFundingAt: price?.nextFundingAt ?? null,
    adlRank: position.adlRank,
    openedAt: position.openedAt,
    freshness,
    markFreshness,
    ...dated(position.recency, origin),
  }
}

/** `pnl` is the live PnL of the positions settled in this asset. */
export function balanceRow(
  { account, freshness }: RowContext,
  balance: Balance,
  origin: Origin,
  { pnl, rate }: { readonly pnl: Decimal | null; readonly rate: Decimal | null },
): BalanceRow {
  const equity = liveEquity(balance, pnl)
  return {
    account,
    asset: balance.asset,
    wallet: balance.wallet,
    available: balance.available,
    unrealisedPnl: pnl,
    equity,
    borrowed: balance.borrowed,
    rate,
    value: equity === null || rate === null ? null : trim(round(mul(equity, rate), AMOUNT_DIGITS, 'half-even')),
    freshness,
    ...dated(balance.recency, origin),
  }
}

export function orderRow({ account, freshness }: RowContext, order: Order, symbol: string, origin: Origin): OrderRow {
  const { recency, ...stated } = order
  return { account, ...stated, symbol, freshness, ...dated(recency, origin) }
}

export function totalRow(
  { account, freshness }: RowContext,
  figures: Figures & { readonly marginRatio: Decimal | null },
  performance: Performance,
  rest: Pick<TotalRow, 'positions' | 'leftOut' | 'at' | 'heardAt'>,
): TotalRow {
  const { peakEquity, drawdown, todayPnl, todayReturn, todaySince } = performance
  const past = { peakEquity, drawdown, todayPnl, todayReturn, todaySince }
  return { account, ...figures, ...past, freshness, ...rest, source: 'computed' }
}

function dated(recency: Recency, origin: Origin): { at: Time; heardAt: Time; source: Origin['source'] } {
  return { at: recency.at, heardAt: origin.heardAt, source: origin.source }
}
