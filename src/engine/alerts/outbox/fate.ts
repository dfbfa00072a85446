import type { Time } from '../../../shared/ids.ts'
import type { StoredDelivery } from '../../ports/alert-store.ts'
import type { Delivery } from '../../ports/channel.ts'

export interface FateTerms {
  readonly now: Time
  /** In [0, 1). */
  readonly chance: number
  /** The channel that takes over; null: nobody. */
  readonly failover: string | null
}

export interface Fate {
  readonly delivery: StoredDelivery
  /** The same alert through another channel, from now on in this one's place. */
  readonly takenOver: StoredDelivery | null
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15 * 60_000
const GIVEN_UP_AFTER_MS = 24 * 3_600_000
/** A channel that fails so often in a row hands over, if it has somebody to hand over to. */
const TRIES_BEFORE_FAILOVER = 4

/** What becomes of a delivery after one try. Nothing is given up before a day has passed. */
export function fateOf(before: StoredDelivery, answer: Delivery, terms: FateTerms): Fate {
  const tried = { ...before, tries: before.tries + 1, lastTriedAt: terms.now }
  if (answer.kind === 'delivered') {
    const delivery = { ...tried, state: 'delivered', deliveredAt: terms.now, nextTryAt: null, problem: null } as const
    return { delivery, takenOver: null }
  }
  const failed = { ...tried, problem: answer.problem }
  if (terms.failover !== null && handsOver(failed, answer)) return handOver(failed, terms.failover, terms.now)
  if (terms.now - before.createdAt >= GIVEN_UP_AFTER_MS)
    return { delivery: { ...failed, state: 'undelivered', nextTryAt: null }, takenOver: null }
  const wait = answer.kind === 'again' ? waitOf(failed.tries, answer.afterMs, terms.chance) : LONGEST_WAIT_MS
  const state = answer.kind === 'again' ? 'pending' : 'failed'
  return { delivery: { ...failed, state, nextTryAt: terms.now + wait }, takenOver: null }
}

function handsOver({ tries, insteadOf }: StoredDelivery, answer: Delivery): boolean {
  // Two channels that stand in for each other must not hand an alert to and fro.
  return insteadOf === null && (answer.kind === 'refused' || tries >= TRIES_BEFORE_FAILOVER)
}

function handOver(failed: StoredDelivery, channel: string, now: Time): Fate {
  const { alert, loudness } = failed
  const key = `${alert} ${channel}`
  const fresh = { tries: 0, lastTriedAt: null, deliveredAt: null, problem: null, createdAt: failed.createdAt }
  return {
    delivery: { ...failed, state: 'failed', nextTryAt: null },
    takenOver: { ...fresh, alert, channel, loudness, key, state: 'pending', nextTryAt: now, insteadOf: failed.channel },
  }
}

/** Doubling with jitter; what the receiver asks for is kept to, however long. */
export function waitOf(tries: number, afterMs: number | null, chance: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 20))
  return Math.max(afterMs ?? 0, Math.round(longest / 2 + (longest / 2) * chance))
}
