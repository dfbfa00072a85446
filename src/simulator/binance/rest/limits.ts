import type { Time } from '../../../shared/ids.ts'

/** What one address has spent, and whether its request is served. Times in milliseconds. */
export type Spent =
  | { readonly kind: 'served'; readonly used: number }
  | { readonly kind: 'limited'; readonly used: number; readonly retryAfterMs: number }
  | { readonly kind: 'banned'; readonly used: number; readonly until: Time }

export interface WeightLimits {
  spend(address: string, weight: number, now: Time): Spent
}

interface Ledger {
  readonly minute: number
  readonly used: number
  /** Requests made although the limit was reached, since the last quiet minute. */
  readonly violations: number
  readonly bans: number
  readonly bannedUntil: Time
}

const MINUTE = 60_000
const VIOLATIONS_BEFORE_BAN = 10
const FIRST_BAN = 2 * MINUTE
const LONGEST_BAN = 3 * 24 * 60 * MINUTE
const fresh: Ledger = { minute: -1, used: 0, violations: 0, bans: 0, bannedUntil: 0 }

/** Request weight per address in fixed minutes: 429 above the limit, 418 for who goes on regardless. */
export function createWeightLimits(limit: number): WeightLimits {
  const ledgers = new Map<string, Ledger>()
  return {
    spend(address, weight, now) {
      const next = charge(ledgers.get(address) ?? fresh, weight, limit, now)
      ledgers.set(address, next)
      return verdict(next, limit, now)
    },
  }
}

function charge(ledger: Ledger, weight: number, limit: number, now: Time): Ledger {
  const minute = Math.floor(now / MINUTE)
  const current = minute === ledger.minute ? ledger : nextMinute(ledger, minute)
  if (now < current.bannedUntil) return current
  const charged = { ...current, used: current.used + weight }
  return charged.used > limit ? violate(charged, now) : charged
}

function nextMinute(ledger: Ledger, minute: number): Ledger {
  const quiet = minute > ledger.minute + 1
  return { ...ledger, minute, used: 0, violations: quiet ? 0 : ledger.violations }
}

function violate(ledger: Ledger, now: Time): Ledger {
  const violations = ledger.violations + 1
  if (violations <= VIOLATIONS_BEFORE_BAN) return { ...ledger, violations }
  const length = Math.min(FIRST_BAN * 2 ** ledger.bans, LONGEST_BAN)
  return { ...ledger, violations: 0, bans: ledger.bans + 1, bannedUntil: now + length }
}

function verdict(ledger: Ledger, limit: number, now: Time): Spent {
  if (now < ledger.bannedUntil) return { kind: 'banned', used: ledger.used, until: ledger.bannedUntil }
  if (ledger.used <= limit) return { kind: 'served', used: ledger.used }
  return { kind: 'limited', used: ledger.used, retryAfterMs: MINUTE - (now % MINUTE) }
}
