import type { TotalRow } from '../../../shared/account-rows.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import { labelOf } from '../label.ts'
import type { Reading } from '../reading.ts'
import { inScope } from '../scope.ts'

export type AccountKind = 'margin-ratio' | 'drawdown' | 'daily-loss'

/** One figure of every account in the rule's scope. All accounts together have no margin of their own. */
export function accountReadings(rule: StoredRule, kind: AccountKind, facts: Facts): readonly Reading[] {
  return [...facts.totals.rows()].flatMap(([, row]) => {
    if (row.account === 'all' || !inScope(rule, row.account, null)) return []
    const value = figureOf(row, kind)
    if (value === null) return []
    const label = labelOf(facts, row.account)
    return [
      {
        subject: row.account,
        account: row.account,
        instrument: null,
        words: wordsOf(row, label),
        value,
        freshness: row.freshness === 'live' ? ('fresh' as const) : ('old' as const),
        at: row.at,
      },
    ]
  })
}

function figureOf(row: TotalRow, kind: AccountKind): Decimal | null {
  switch (kind) {
    case 'margin-ratio':
      return row.marginRatio
    case 'drawdown':
      return row.drawdown
    case 'daily-loss':
      return row.todayPnl
  }
}

function wordsOf(row: TotalRow, account: string): Readonly<Record<string, string>> {
  return {
    account,
    currency: row.currency,
    amountEquity: row.equity ?? '',
    amountPeak: row.peakEquity ?? '',
    amountToday: row.todayPnl ?? '',
    shareMargin: row.marginRatio ?? '',
    shareDrawdown: row.drawdown ?? '',
  }
}
