import type { AccountRow, FillRow, PositionRow, TotalRow } from '../../shared/account-rows.ts'
import { abs, add, div, HUNDRED, isZero, mul, sub, trim, type Decimal } from '../../shared/decimal.ts'
import type { Mode } from '../../shared/frames.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { PriceRow } from '../../shared/market-rows.ts'
import { exactNumber } from './exact-json.ts'

/** The messages of the public feed, documented in docs/feed.md. Pure: rows in, JSON-ready objects out. */

export interface FeedStatus {
  readonly mode: Mode
  readonly version: string
  readonly uptimeSeconds: number
  readonly accounts: readonly AccountRow[]
  readonly streams: readonly StreamRow[]
  readonly now: Time
}

export function initialStatus({ mode, version, uptimeSeconds, accounts, streams, now }: FeedStatus): object {
  return {
    type: 'initial_status',
    status: {
      mode,
      version,
      uptime_s: uptimeSeconds,
      accounts: accounts.map((row) => ({
        account: row.label,
        label: row.label,
        venue: row.venue,
        environment: row.environment,
        state: row.state,
      })),
      streams: streams.map((row) => ({ name: row.stream, state: row.state, age_ms: age(row.heardAt, now) })),
    },
  }
}

export function balanceMessage(
  type: 'initial_balance' | 'account_balance_updated',
  label: string,
  total: TotalRow,
): object {
  return { type, account: label, as_of: total.at, balance: balance(total) }
}

/** `margin_balance` is the wallet balance plus unrealised PnL, as the feed promises; unknown is null, never 0. */
function balance(total: TotalRow): object {
  return {
    total_balance: exactNumber(total.wallet),
    available_balance: exactNumber(total.available),
    position_value: exactNumber(total.positionValue),
    unrealized_pnl: exactNumber(total.unrealisedPnl),
    currency: total.currency,
    margin_balance: exactNumber(balanceWithPnl(total)),
  }
}

export function positionsMessage(label: string, asOf: Time, rows: readonly PositionRow[]): object {
  return { type: 'positions_updated', account: label, as_of: asOf, positions: rows.map(position) }
}

export function positionMessage(label: string, row: PositionRow): object {
  return { type: 'position_update', account: label, as_of: row.at, position: position(row) }
}

/** A position that is gone is told of once, with size 0. */
export function positionGone(label: string, symbol: string, side: PositionRow['side'], at: Time): object {
  const gone = { symbol, side: sideWord(side), size: 0, entry_price: null, mark_price: null, pnl: null, pnl_pct: null }
  return { type: 'position_update', account: label, as_of: at, position: gone }
}

function position(row: PositionRow): object {
  return {
    symbol: row.symbol,
    side: sideWord(row.side),
    size: exactNumber(row.size),
    entry_price: exactNumber(row.entry),
    mark_price: exactNumber(row.mark),
    pnl: exactNumber(row.unrealisedPnl),
    pnl_pct: exactNumber(priceMove(row)),
  }
}

function sideWord(side: PositionRow['side']): 'Buy' | 'Sell' {
  return side === 'long' ? 'Buy' : 'Sell'
}

/** How far the mark has moved from the entry in the position's favour, in percent of the entry; leverage plays no part. */
function priceMove(row: PositionRow): Decimal | null {
  if (row.entry === null || row.mark === null || isZero(row.entry)) return null
  const gain = row.side === 'long' ? sub(row.mark, row.entry) : sub(row.entry, row.mark)
  return trim(div(mul(gain, HUNDRED), abs(row.entry), 4, 'half-even'))
}

export function tradeMessage(label: string, row: FillRow): object {
  return {
    type: 'trade_executed',
    account: label,
    as_of: row.at,
    trade: {
      id: row.fill,
      order_id: row.order,
      symbol: row.symbol,
      side: row.side === 'buy' ? 'Buy' : 'Sell',
      price: exactNumber(row.price),
      size: exactNumber(row.quantity),
      fee: exactNumber(row.fee),
      fee_currency: row.feeAsset,
      realized_pnl: exactNumber(row.realisedPnl),
      liquidity: row.liquidity,
      cause: row.cause,
      ts: row.at,
    },
  }
}

export function priceMessage(row: PriceRow): object {
  return { type: 'price_update', symbol: row.symbol, price: exactNumber(row.mark ?? row.last), ts: row.at }
}

/** Equity is the wallet balance plus the unrealised PnL of all positions. */
export function equityMessage(label: string, total: TotalRow): object {
  return {
    type: 'equity_snapshot',
    account: label,
    as_of: total.at,
    equity: exactNumber(balanceWithPnl(total)),
    currency: total.currency,
  }
}

function balanceWithPnl(total: TotalRow): Decimal | null {
  return total.wallet === null || total.unrealisedPnl === null ? null : add(total.wallet, total.unrealisedPnl)
}

export function heartbeatMessage(now: Time): object {
  return { type: 'heartbeat', ts: now }
}

export function errorMessage(message: string): object {
  return { type: 'error', message }
}

export function age(heardAt: Time | null, now: Time): number | null {
  return heardAt === null ? null : Math.max(0, now - heardAt)
}
