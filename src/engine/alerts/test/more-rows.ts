import type { BalanceRow, FlowRow, TotalRow } from '../../../shared/account-rows.ts'
import { decimal, negate, type Decimal } from '../../../shared/decimal.ts'
import type { EndedOrder } from '../facts.ts'
import { BTC, MAIN, START } from './rows.ts'

/** An account whose every sum is this, and whose today is a loss of as much. */
export function totalRow(sum: Decimal): TotalRow {
  const unknown = {
    wallet: null,
    available: null,
    positionValue: null,
    unrealisedPnl: null,
    marginBalance: null,
  } as const
  return {
    ...unknown,
    account: MAIN,
    currency: 'USDT',
    equity: sum,
    initialMargin: null,
    maintenanceMargin: null,
    marginRatio: decimal('0.6'),
    peakEquity: sum,
    drawdown: decimal('0.2'),
    todayPnl: negate(sum),
    todayReturn: null,
    todaySince: null,
    positions: 1,
    leftOut: [],
    freshness: 'live',
    at: START,
    heardAt: START,
    source: 'computed',
  }
}

export function balanceRow(wallet: Decimal): BalanceRow {
  return {
    account: MAIN,
    asset: 'USDT',
    wallet,
    available: null,
    unrealisedPnl: null,
    equity: null,
    borrowed: null,
    rate: null,
    value: null,
    freshness: 'live',
    at: START,
    heardAt: START,
    source: 'stream',
  }
}

export function flowRow(amount: Decimal): FlowRow {
  return {
    account: MAIN,
    flow: 'w1',
    kind: 'transfer',
    label: 'TRANSFER_IN',
    instrument: null,
    symbol: '',
    amount,
    asset: 'USDT',
    rate: null,
    at: START,
  }
}

export function orderEnd(how: EndedOrder['how']): EndedOrder {
  return { account: MAIN, order: 'o-17', instrument: BTC, symbol: 'BTCUSDT', how, at: START }
}
