import type { AccountId, Time } from '../../../shared/ids.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import type { HappeningKind } from '../line.ts'
import type { Happening } from '../reading.ts'
import { fillHappenings } from './fill.ts'
import { orderHappenings } from './order.ts'
import { restartHappenings } from './restart.ts'
import { transferHappenings } from './transfer.ts'

/** Everything a rule tells of that has happened since the rule was made and the account was added. */
export function happeningsOf(rule: StoredRule, kind: HappeningKind, facts: Facts): readonly Happening[] {
  return happeningsIn(rule, kind, facts).filter(({ at, account }) => at >= beginOf(rule, account, facts))
}

function beginOf({ createdAt }: StoredRule, account: AccountId | null, { accounts }: Facts): Time {
  const addedAt = account === null ? undefined : accounts.get(account)?.addedAt
  return Math.max(createdAt, addedAt ?? createdAt)
}

/** Whenever it happened. */
export function happeningsIn(rule: StoredRule, kind: HappeningKind, facts: Facts): readonly Happening[] {
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
