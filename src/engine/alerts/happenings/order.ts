import type { StoredRule } from '../../ports/alert-store.ts'
import type { EndedOrder, Facts } from '../facts.ts'
import { labelOf } from '../label.ts'
import type { Happening } from '../reading.ts'
import { inScope } from '../scope.ts'

export function orderHappenings(rule: StoredRule, facts: Facts): readonly Happening[] {
  const { condition } = rule
  if (condition.kind !== 'order-ended') return []
  return [...facts.endedOrders.rows()].flatMap(([identity, row]) =>
    (condition.how === 'either' || condition.how === row.how) && inScope(rule, row.account, row.instrument)
      ? [happening(identity, row, facts)]
      : [],
  )
}

function happening(identity: string, row: EndedOrder, facts: Facts): Happening {
  return {
    identity,
    subject: row.order,
    account: row.account,
    instrument: row.instrument,
    words: { symbol: row.symbol, account: labelOf(facts, row.account), how: row.how, order: row.order },
    value: null,
    at: row.at,
  }
}
