import type { Time } from '../../shared/ids.ts'
import type { RuleState, StoredRule } from '../ports/alert-store.ts'
import { atRateOf, balanceValues, isTold } from './balance.ts'
import { LATE_AFTER_MS } from './crossing.ts'
import type { Facts } from './facts.ts'
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
  if (!differs(rule, kept, value.text))
    return { state: { ...seen, value: carriedOn(rule, kept, value.text) }, told: null }
  const late = now - seenAtOf(before, now) > LATE_AFTER_MS
  return { state: { ...seen, value: value.text, firedAt: now }, told: { before: kept, late } }
}

/** @param kept every subject that was seen before */
export function valuesOf(rule: StoredRule, kept: readonly string[], facts: Facts, now: Time): readonly Value[] {
  const { condition } = rule
  return condition.kind === 'balance-changes' ? balanceValues(rule, condition, kept, facts, now) : rights(rule, facts)
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

function differs({ condition }: StoredRule, kept: string, now: string): boolean {
  return condition.kind === 'balance-changes' ? isTold(condition, kept, now) : kept !== now
}

function carriedOn({ condition }: StoredRule, kept: string, now: string): string {
  return condition.kind === 'balance-changes' ? atRateOf(kept, now) : kept
}

function seenAtOf(before: RuleState | null, now: Time): Time {
  return before?.seenAt ?? now
}

function blank(rule: string, subject: string): RuleState {
  return { rule, subject, side: 'under', value: null, seenAt: 0, overSince: null, firedAt: null, alert: null }
}
