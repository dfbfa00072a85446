import { decimal } from '../../../shared/decimal.ts'
import type { StoredRule } from '../../ports/alert-store.ts'
import type { Facts } from '../facts.ts'
import type { Reading } from '../reading.ts'
import { inScope } from '../scope.ts'

const DAY_MS = 86_400_000

/** Whole days each key has left, where the exchange says when it ends. */
export function keyReadings(rule: StoredRule, { accounts }: Facts, now: number): readonly Reading[] {
  return [...accounts.rows()].flatMap(([subject, row]) => {
    const expiresAt = row.rights?.expiresAt ?? null
    if (expiresAt === null || !inScope(rule, row.account, null)) return []
    const days = String(Math.max(0, Math.ceil((expiresAt - now) / DAY_MS)))
    return [
      {
        subject,
        account: row.account,
        instrument: null,
        words: { account: row.label, days, timeExpires: String(expiresAt) },
        value: decimal(days),
        freshness: 'fresh' as const,
        at: now,
      },
    ]
  })
}
