import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import type { HappeningKind } from '../line.ts'
import type { Happening } from '../reading.ts'
import { fillHappenings } from './fill.ts'
import { orderHappenings } from './order.ts'
import { restartHappenings } from './restart.ts'
import { transferHappenings } from './transfer.ts'

/** Everything a rule tells of that has happened since the rule was made, as far as it is known now. */
export function happeningsOf(rule: StoredRule, kind: HappeningKind, facts: Facts): readonly Happening[] {
  return all(rule, kind, facts).filter(({ at }) => at >= rule.createdAt)
}

function all(rule: StoredRule, kind: HappeningKind, facts: Facts): readonly Happening[] {
  switch (kind) {
    case 'fill':
    case 'liquidation':
      return fillHappenings(rule, kind, facts)
    case 'order-ended':
      return orderHappenings(rule, facts)
    case 'transfer':
      return transferHappenings(rule, facts)
    case 'restart':
      return restartHappenings(facts)
  }
}
