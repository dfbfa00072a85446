import type { BudgetReading } from '../../engine/ports/plan.ts'
import type { Budget } from '../../engine/ports/venue.ts'
import type { Time } from '../../shared/ids.ts'

type Headers = Readonly<Record<string, string>>

/**
 * Bybit counts 600 requests in 5 s per address, and 10 to 50 a second per account and route. Both are kept with room
 * for the user's other programs. Docs: https://bybit-exchange.github.io/docs/v5/rate-limit
 */
export const budgets: readonly Budget[] = [
  { host: 'rest', bucket: 'address', limit: 400, windowMs: 5000 },
  { host: 'rest', bucket: 'account', limit: 30, windowMs: 1000 },
]

export const publicCost = { address: 1 } as const
export const signedCost = { address: 1, account: 1 } as const

/** Signed answers say what is used of their route, whose limit is not that of the budget; public ones say nothing. */
export function budgetReadings(headers: Headers): readonly BudgetReading[] {
  const limit = wholeIn(headers, 'x-bapi-limit')
  const left = wholeIn(headers, 'x-bapi-limit-status')
  return limit === null || left === null ? [] : [{ bucket: 'account', used: Math.max(limit - left, 0), limit: null }]
}

/** Milliseconds until a rate limit ends, at most a minute; null when the answer does not say. */
export function resetAfterMs(headers: Headers, now: Time | null): number | null {
  const reset = wholeIn(headers, 'x-bapi-limit-reset-timestamp')
  return reset === null || now === null ? null : Math.min(Math.max(reset - now, 100), 60_000)
}

function wholeIn(headers: Headers, name: string): number | null {
  const text = headers[name] ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}
