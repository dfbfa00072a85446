import type { HttpAnswer } from '../../engine/ports/http.ts'
import type { Time } from '../../shared/ids.ts'
import { asObject } from './json.ts'

type Answered = Extract<HttpAnswer, { kind: 'answer' }>

const MINUTE = 60_000
/** The shortest ban the exchange hands out. */
const SHORTEST_BAN = 2 * MINUTE
const LONGEST_BAN = 3 * 24 * 60 * MINUTE

/**
 * How long to send nothing, in milliseconds: as the exchange asks, else until the ban it names ends, else until its
 * next minute begins, when the count starts anew.
 */
export function restOf(answer: Answered, payload: unknown): number {
  const now = dateOf(answer)
  const banned = banEndOf(payload)
  const asked = retryAfterOf(answer)
  if (banned !== null && now !== null) return within(Math.max(banned - now, asked ?? 0))
  if (asked !== null) return within(asked)
  if (answer.status === 418 || banned !== null) return SHORTEST_BAN
  return now === null ? MINUTE : MINUTE - (now % MINUTE)
}

/** Epoch milliseconds out of "… IP(1.2.3.4) banned until 1795257720000. …"; the only message whose text is read. */
export function banEndOf(payload: unknown): Time | null {
  const message = asObject(payload)?.['msg']
  if (typeof message !== 'string') return null
  const end = /banned until (\d{13})(?!\d)/.exec(message)?.[1]
  return end === undefined ? null : Number.parseInt(end, 10)
}

function retryAfterOf(answer: Answered): number | null {
  const stated = answer.headers['retry-after']
  return stated !== undefined && /^\d{1,7}$/.test(stated) ? Number.parseInt(stated, 10) * 1000 : null
}

/** The moment of the answer by the exchange's own clock, so that ours, which may be wrong, is not needed. */
function dateOf(answer: Answered): Time | null {
  const stated = Date.parse(answer.headers['date'] ?? '')
  return Number.isNaN(stated) ? null : stated
}

function within(ms: number): number {
  return Math.min(Math.max(ms, 1000), LONGEST_BAN)
}
