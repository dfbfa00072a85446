import type { FillRow } from '../../../shared/account-rows.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import { labelOf } from '../label.ts'
import type { Happening } from '../reading.ts'
import { inScope } from '../scope.ts'

/** A liquidation is a fill too; it is told as what it is, and not as an ordinary fill besides. */
export function fillHappenings(rule: StoredRule, kind: 'fill' | 'liquidation', facts: Facts): readonly Happening[] {
  return [...facts.fills.rows()].flatMap(([identity, row]) =>
    isForced(row) === (kind === 'liquidation') && inScope(rule, row.account, row.instrument)
      ? [happening(identity, row, facts)]
      : [],
  )
}

function isForced({ cause }: FillRow): boolean {
  return cause === 'liquidation' || cause === 'adl'
}

function happening(identity: string, row: FillRow, facts: Facts): Happening {
  return {
    identity,
    subject: row.instrument,
    account: row.account,
    instrument: row.instrument,
    words: {
      symbol: row.symbol,
      account: labelOf(facts, row.account),
      action: row.side,
      amountQuantity: row.quantity,
      priceFilled: row.price,
      amountRealised: row.realisedPnl ?? '',
      amountFee: row.fee ?? '',
      asset: row.feeAsset,
    },
    value: row.price,
    at: row.at,
  }
}
