import type { PositionRow } from '../../../shared/account-rows.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import { labelOf } from '../label.ts'
import type { Reading } from '../reading.ts'
import { inScope } from '../scope.ts'

export type PositionKind = 'position-pnl' | 'position-roi' | 'liquidation-distance'

/** One figure of every open position in the rule's scope; a position whose figure is not known has none. */
export function positionReadings(rule: StoredRule, kind: PositionKind, facts: Facts): readonly Reading[] {
  return [...facts.positions.rows()].flatMap(([subject, row]) => {
    const value = inScope(rule, row.account, row.instrument) ? figureOf(row, kind) : null
    return value === null ? [] : [readingOf(subject, row, value, facts)]
  })
}

function figureOf(row: PositionRow, kind: PositionKind): Decimal | null {
  switch (kind) {
    case 'position-pnl':
      return row.unrealisedPnl
    case 'position-roi':
      return row.roi
    case 'liquidation-distance':
      return row.liquidationDistance
  }
}

function readingOf(subject: string, row: PositionRow, value: Decimal, facts: Facts): Reading {
  return {
    subject,
    account: row.account,
    instrument: row.instrument,
    words: {
      symbol: row.symbol,
      side: row.side,
      account: labelOf(facts, row.account),
      asset: row.settleAsset,
      amountPnl: row.unrealisedPnl ?? '',
      shareRoi: row.roi ?? '',
      shareDistance: row.liquidationDistance ?? '',
      priceMark: row.mark ?? '',
      priceLiquidation: row.liquidation ?? '',
    },
    value,
    freshness: row.freshness === 'live' && row.markFreshness === 'live' ? 'fresh' : 'old',
    at: row.markAt ?? row.at,
  }
}
