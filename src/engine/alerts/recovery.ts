import type { AlertCondition } from '../../shared/alert-conditions.ts'
import type { AlertRow } from '../../shared/alert-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { sentence, type SentenceKey } from '../../shared/sentence.ts'
import type { Over } from './evaluate.ts'
import type { Facts } from './facts.ts'
import { withVenue } from './wording.ts'

/** The row that tells the end of an alert. Its id is made of the alert's, so that each end is told once. */
export function recoveryRowOf(
  over: Over,
  ended: AlertRow,
  now: Time,
  facts: Pick<Facts, 'accounts' | 'venueName'>,
): AlertRow {
  const { rule, about, value, late } = over
  const words = about === null ? ended.title.values : withVenue(about, facts)
  const lasted = { spanLasted: String(Math.max(0, now - ended.at)), timeTold: String(ended.firedAt) }
  const body = 'side' in words ? 'alert.over-position-body' : 'alert.over-body'
  return {
    ...ended,
    alert: `${ended.alert} over`,
    ruleName: rule.name,
    severity: 'info',
    title: sentence(titleOf(over), { ...words, ...lineOf(rule.condition) }),
    body: sentence(body, { ...words, ...lasted }),
    value,
    at: Math.min(over.at, now),
    firedAt: now,
    late,
    clearedAt: null,
    readAt: null,
    acknowledgedAt: null,
    ends: ended.alert,
  }
}

function lineOf(condition: AlertCondition): Readonly<Record<string, string>> {
  return 'fraction' in condition ? { shareLine: condition.fraction } : {}
}

function titleOf({ how, rule: { condition } }: Over): SentenceKey {
  if (how !== 'back') return `alert.over-${how}`
  switch (condition.kind) {
    case 'price-crosses':
      return condition.direction === 'below' ? 'alert.over-price-above' : 'alert.over-price-below'
    case 'price-moves':
    case 'position-pnl':
    case 'position-roi':
    case 'liquidation-distance':
    case 'margin-ratio':
    case 'drawdown':
    case 'daily-loss':
    case 'funding-rate':
    case 'stream-stale':
    case 'key-expires':
      return `alert.over-${condition.kind}`
    case 'system':
      return `alert.over-${condition.figure}`
    case 'fill':
    case 'liquidation':
    case 'order-ended':
    case 'balance-changes':
    case 'transfer':
    case 'key-rights-changed':
    case 'restart':
      throw new Error(`What has no end is over: ${condition.kind}`)
  }
}
