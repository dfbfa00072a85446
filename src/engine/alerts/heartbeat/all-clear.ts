import type { AlertRow } from '../../../shared/alert-rows.ts'
import type { Time } from '../../../shared/ids.ts'
import { sentence } from '../../../shared/sentence.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import { asRule } from '../as-rule.ts'
import { createMinuteOfDay } from '../quiet-end.ts'

export interface AllClearFacts {
  readonly now: Time
  /** An IANA zone, or undefined for this computer's. */
  readonly timeZone: string | undefined
  /** Minute of the user's day; null: never. */
  readonly at: number | null
  readonly accounts: number
  /** Alerts of the last day, and how many of all alerts reached nobody. */
  readonly alerts: number
  readonly undelivered: number
}

/** Clocks that are set forward skip an hour; a computer that woke a little late still tells. */
const AT_MOST_LATE_MINUTES = 60
const RULE = 'all-clear'

/** Who is told, and how: at the minute that was chosen for it, quiet hours or not. */
export const ALL_CLEAR: StoredRule = { ...asRule(RULE), quietHours: { from: 0, to: 0 } }

/**
 * The id of the all-clear that is due now, or null. It is the day's, so that each day has one at most however often
 * clocks are set, hours come twice, or the program begins anew.
 */
export function allClearDue({ now, timeZone, at }: Pick<AllClearFacts, 'now' | 'timeZone' | 'at'>): string | null {
  if (at === null) return null
  const late = createMinuteOfDay(timeZone)(now) - at
  return late < 0 || late > AT_MOST_LATE_MINUTES ? null : `${RULE} ${dayOf(now, timeZone)}`
}

export function allClear(alert: string, { now, accounts, alerts, undelivered }: AllClearFacts): AlertRow {
  const words = { accounts: String(accounts), alerts: String(alerts), undelivered: String(undelivered) }
  return {
    alert,
    rule: RULE,
    ruleName: '',
    kind: RULE,
    severity: 'info',
    title: sentence('all-clear.title', words),
    body: sentence('all-clear.body', words),
    account: null,
    instrument: null,
    place: { tab: 'alerts', account: null, instrument: null },
    value: null,
    at: now,
    firedAt: now,
    late: false,
    clearedAt: null,
    readAt: null,
    acknowledgedAt: null,
    ends: null,
  }
}

/** The user's calendar day, as `2026-11-21`. */
function dayOf(now: Time, timeZone: string | undefined): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const found = new Map(
    new Intl.DateTimeFormat('en-GB', { timeZone, ...parts }).formatToParts(now).map(({ type, value }) => [type, value]),
  )
  return `${found.get('year') ?? ''}-${found.get('month') ?? ''}-${found.get('day') ?? ''}`
}
