import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { BudgetReading, Read, ReadOutcome } from '../../engine/ports/plan.ts'
import { outOfRegion, overloaded, plain, verdictOfCode, type Verdict } from './codes.ts'
import { refused } from './failure.ts'
import { asObject, readJson } from './json.ts'
import { banEndOf, restOf } from './patience.ts'

type Answered = Extract<HttpAnswer, { kind: 'answer' }>

const FIREWALL_REST_MS = 60_000
const MAINTENANCE_REST_MS = 30_000

/** What an answer means. Whatever the body is, nothing is thrown. */
export function outcomeOf(read: Read, answer: HttpAnswer): ReadOutcome {
  if (answer.kind === 'failed') return { kind: 'failed', failure: answer.failure, remedy: 'retry', budgets: [] }
  const budgets = budgetsOf(read, answer)
  const parsed = readJson(answer.body, read.path)
  const payload = parsed.ok ? parsed.value : undefined
  const verdict = verdictOf(read, answer, payload)
  if (verdict !== null) return { kind: 'failed', ...verdict, budgets }
  return { kind: 'payload', payload, at: statedTime(payload), budgets }
}

/** Null: the answer is what was asked for. */
function verdictOf(read: Read, answer: Answered, payload: unknown): Verdict | null {
  const code = codeOf(payload)
  if (answer.status === 418 || answer.status === 429) return tooMany(answer, payload)
  if (answer.status === 451) return outOfRegion(read)
  if (code !== null && code < 0) return withPatience(verdictOfCode(code, read), answer, payload)
  if (isMaintenance(payload)) return { failure: overloaded(MAINTENANCE_REST_MS), remedy: 'rest' }
  if (answer.status === 403) return { failure: overloaded(FIREWALL_REST_MS), remedy: 'rest' }
  if (answer.status === 408 || answer.status >= 500) return { failure: overloaded(), remedy: 'retry' }
  if (answer.status >= 400) return { failure: refused(read.path, code ?? answer.status), remedy: 'without' }
  if (payload === undefined || answer.status >= 300) return { failure: overloaded(MAINTENANCE_REST_MS), remedy: 'rest' }
  return null
}

function tooMany(answer: Answered, payload: unknown): Verdict {
  const id = answer.status === 418 || banEndOf(payload) !== null ? 'venue.banned' : 'venue.rate-limit'
  return { failure: { ...plain(id), retryAfterMs: restOf(answer, payload) }, remedy: 'rest' }
}

function withPatience(verdict: Verdict, answer: Answered, payload: unknown): Verdict {
  if (verdict.remedy !== 'rest') return verdict
  if (banEndOf(payload) !== null) return tooMany(answer, payload)
  return { ...verdict, failure: { ...verdict.failure, retryAfterMs: restOf(answer, payload) } }
}

function codeOf(payload: unknown): number | null {
  const code = asObject(payload)?.['code']
  return typeof code === 'number' ? code : null
}

/** `{"239999": "The system is under maintenance"}` is all that maintenance says. */
function isMaintenance(payload: unknown): boolean {
  return asObject(payload)?.['239999'] !== undefined
}

function statedTime(payload: unknown): number | null {
  const stated = asObject(payload)?.['serverTime']
  return typeof stated === 'number' && Number.isSafeInteger(stated) ? stated : null
}

/** The stated weight is known to be wrong on the book ticker, so it is not taken from there. */
function budgetsOf(read: Read, answer: Answered): readonly BudgetReading[] {
  if (read.path.endsWith('/bookTicker')) return []
  const header = read.host === 'sapi' ? 'x-sapi-used-ip-weight-1m' : 'x-mbx-used-weight-1m'
  const stated = answer.headers[header]
  if (stated === undefined || !/^\d{1,9}$/.test(stated)) return []
  return [{ bucket: 'weight', used: Number.parseInt(stated, 10), limit: null }]
}
