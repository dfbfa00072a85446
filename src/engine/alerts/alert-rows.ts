import type { AlertRow } from '../../shared/alert-rows.ts'
import type { Place } from '../../shared/desktop-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Firing } from './evaluate.ts'
import type { Facts } from './facts.ts'
import { isHappening } from './line.ts'
import { wordingOf } from './wording.ts'

/** The row of a new alert. */
export function alertRowOf(firing: Firing, now: Time, facts: Pick<Facts, 'accounts' | 'venueName'>): AlertRow {
  const { rule, about, alert, value, at, late } = firing
  return {
    alert,
    rule: rule.rule,
    ruleName: rule.name,
    kind: rule.condition.kind,
    severity: rule.severity,
    ...wordingOf(firing, facts),
    account: about.account,
    instrument: about.instrument,
    place: placeOf(firing),
    value,
    // The exchange's clock may run ahead of ours; nothing is noticed before it happened.
    at: Math.min(at, now),
    firedAt: now,
    late,
    clearedAt: null,
    readAt: null,
    acknowledgedAt: null,
    ends: null,
  }
}

/** Where the user sees for himself what an alert speaks of. */
function placeOf({ rule: { condition }, about: { account, instrument } }: Firing): Place {
  if (condition.kind === 'stream-stale' || condition.kind === 'system' || condition.kind === 'restart')
    return { tab: 'system', account: null, instrument: null }
  if (condition.kind === 'key-rights-changed' || condition.kind === 'key-expires')
    return { tab: 'settings', account: null, instrument: null }
  const isAboutMarket = account === null && !isHappening(condition.kind)
  return { tab: isAboutMarket ? 'markets' : 'account', account, instrument }
}
