import { abs, compare, decimal, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { RuleState, StoredRule } from '../ports/alert-store.ts'
import { LATE_AFTER_MS } from './crossing.ts'
import type { Facts } from './facts.ts'
import { labelOf } from './label.ts'
import type { ChangeKind } from './line.ts'
import type { About } from './reading.ts'
import { inScope } from './scope.ts'

/** A value that is told when it differs from the one kept. */
export interface Value extends About {
  readonly text: string
  readonly freshness: 'fresh' | 'old'
  readonly at: Time
}

export interface Changed {
  readonly state: RuleState
  /** Null where nothing is to be told. */
  readonly told: { readonly before: string; readonly late: boolean } | null
}

/** The first value seen is where counting begins; a change too small to tell is counted on until it is large enough. */
export function compareWithKept(rule: StoredRule, before: RuleState | null, value: Value, now: Time): Changed {
  const kept = before?.value ?? null
  const seen = { ...(before ?? blank(rule.rule, value.subject)), seenAt: now }
  if (value.freshness === 'old') return { state: before ?? { ...seen, value: null }, told: null }
  if (kept === null) return { state: { ...seen, value: value.text }, told: null }
  if (!differs(rule, kept, value.text)) return { state: seen, told: null }
  const late = now - seenAtOf(before, now) > LATE_AFTER_MS
  return { state: { ...seen, value: value.text, firedAt: now }, told: { before: kept, late } }
}

/** @param kept every subject that was seen before */
export function valuesOf(
  rule: StoredRule,
  kind: ChangeKind,
  kept: readonly string[],
  facts: Facts,
  now: Time,
): readonly Value[] {
  if (kind === 'key-rights-changed') return rights(rule, facts)
  return [...balances(rule, facts), ...emptied(kept, facts, now)]
}

function rights(rule: StoredRule, { accounts }: Facts): readonly Value[] {
  return [...accounts.rows()].flatMap(([subject, { account, label, rights }]) => {
    // What could not be verified is no change: it is asked again.
    if (rights === null || rights.verdict === 'unknown' || !inScope(rule, account, null)) return []
    const text = [rights.verdict, ...[...rights.powers].sort()].join(' ')
    const words = { account: label, verdict: rights.verdict, powers: rights.powers.join(', ') }
    return [{ subject, account, instrument: null, words, text, freshness: 'fresh' as const, at: rights.checkedAt }]
  })
}

function balances(rule: StoredRule, facts: Facts): readonly Value[] {
  return [...facts.balances.rows()].flatMap(([subject, row]) => {
    if (!inScope(rule, row.account, null)) return []
    const words = { account: labelOf(facts, row.account), asset: row.asset, amountNow: row.wallet }
    const freshness = row.freshness === 'live' ? ('fresh' as const) : ('old' as const)
    return [{ subject, account: row.account, instrument: null, words, text: row.wallet, freshness, at: row.at }]
  })
}

/** An asset that a live account does not state any more is used up: a complete report leaves out what is zero. */
function emptied(kept: readonly string[], facts: Facts, now: Time): readonly Value[] {
  return kept.flatMap((subject) => {
    const [account = '', asset = ''] = subject.split(' ')
    const row = facts.accounts.get(account)
    if (row?.state !== 'live' || facts.balances.get(subject) !== undefined) return []
    const words = { account: row.label, asset, amountNow: ZERO }
    const about = { subject, account: row.account, instrument: null, words }
    return [{ ...about, text: ZERO, freshness: 'fresh' as const, at: now }]
  })
}

function differs({ condition }: StoredRule, kept: string, now: string): boolean {
  if (condition.kind !== 'balance-changes') return kept !== now
  return compare(abs(movedBy(kept, now)), condition.amount) >= 0
}

/** What a kept balance moved by. */
export function movedBy(kept: string, now: string): Decimal {
  return sub(decimal(now), decimal(kept))
}

function seenAtOf(before: RuleState | null, now: Time): Time {
  return before?.seenAt ?? now
}

function blank(rule: string, subject: string): RuleState {
  return { rule, subject, side: 'under', value: null, seenAt: 0, overSince: null, firedAt: null, alert: null }
}
