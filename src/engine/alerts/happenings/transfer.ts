import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import { labelOf } from '../label.ts'
import type { Happening } from '../reading.ts'
import { inScope } from '../scope.ts'

export function transferHappenings(rule: StoredRule, facts: Facts): readonly Happening[] {
  return [...facts.flows.rows()].flatMap(([identity, row]) =>
    row.kind === 'transfer' && inScope(rule, row.account, null)
      ? [
          {
            identity,
            subject: row.asset,
            account: row.account,
            instrument: null,
            words: {
              account: labelOf(facts, row.account),
              asset: row.asset,
              amountMoved: row.amount,
              label: row.label,
            },
            value: row.amount,
            at: row.at,
          },
        ]
      : [],
  )
}
