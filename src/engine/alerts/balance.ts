import type { ConditionOf } from '../../shared/alert-conditions.ts'
import { abs, compare, decimal, mul, sub, ZERO, type Decimal } from '../../shared/decimal.ts'
import type { Time } from '../../shared/ids.ts'
import type { RuleState, StoredRule } from '../ports/alert-store.ts'
import type { Value } from './change.ts'
import type { Facts } from './facts.ts'
import { labelOf } from './label.ts'
import { inScope } from './scope.ts'

type Condition = ConditionOf<'balance-changes'>

/**
 * Every balance in a rule's scope. Its text is the wallet, with what one unit is worth where that is known: an asset
 * that is used up has no rate any more.
 * @param kept every subject that was seen before
 */
export function balanceValues(
  rule: StoredRule,
  { asset }: Condition,
  kept: readonly string[],
  facts: Facts,
  now: Time,
): readonly Value[] {
  const stated = [...facts.balances.rows()].flatMap(([subject, row]) => {
    if (!inScope(rule, row.account, null) || (asset !== null && asset !== row.asset)) return []
    const words = { account: labelOf(facts, row.account), asset: row.asset, amountNow: row.wallet }
    const text = row.rate === null ? row.wallet : `${row.wallet} ${row.rate}`
    const freshness = row.freshness === 'live' ? ('fresh' as const) : ('old' as const)
    return [{ subject, account: row.account, instrument: null, words, text, freshness, at: row.at }]
  })
  const wanted = asset === null ? kept : [...facts.accounts.rows()].map(([account]) => `${account} ${asset}`)
  return [...stated, ...wanted.flatMap((subject) => emptied(rule, subject, facts, now) ?? [])]
}

/** What a live account does not state is used up: a complete report leaves out what is zero. */
function emptied(rule: StoredRule, subject: string, facts: Facts, now: Time): Value | null {
  const [account = '', asset = ''] = subject.split(' ')
  const row = facts.accounts.get(account)
  if (row?.state !== 'live' || !inScope(rule, row.account, null) || facts.balances.get(subject) !== undefined)
    return null
  const words = { account: row.label, asset, amountNow: ZERO }
  return { subject, account: row.account, instrument: null, words, text: ZERO, freshness: 'fresh', at: now }
}

/** An asset that comes new to an account whose others are known began with nothing. */
export function bornEmpty({ subject, account }: Value, states: readonly RuleState[]): RuleState | null {
  const other = states.find((each) => each.value !== null && each.subject.startsWith(`${account} `))
  return other === undefined ? null : { ...other, subject, value: ZERO, firedAt: null, alert: null }
}

/** In the asset's own units where it is named, else by its worth in the account's currency, where that is known. */
export function isTold({ asset, amount }: Condition, kept: string, now: string): boolean {
  const moved = abs(movedBy(kept, now))
  const rate = asset === null ? (rateOf(now) ?? rateOf(kept)) : null
  return compare(rate === null ? moved : mul(moved, rate), amount) >= 0
}

/** What a kept balance moved by. */
export function movedBy(kept: string, now: string): Decimal {
  return sub(walletOf(now), walletOf(kept))
}

/** The wallet that counting began with, at the newest rate. */
export function atRateOf(kept: string, now: string): string {
  const rate = rateOf(now)
  return rate === null ? kept : `${walletOf(kept)} ${rate}`
}

function walletOf(text: string): Decimal {
  return decimal(text.split(' ')[0] ?? text)
}

function rateOf(text: string): Decimal | null {
  const rate = text.split(' ')[1]
  return rate === undefined ? null : decimal(rate)
}
