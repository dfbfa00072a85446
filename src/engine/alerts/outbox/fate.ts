import type { Time } from '../../../shared/ids.ts'
import type { StoredDelivery } from '../../ports/alert-store.ts'
import type { Delivery } from '../../ports/channel.ts'
import { ownKey } from './parcels.ts'

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
/** Longer than any wait of ours: what passes beyond it between two tries was slept through. */
const LONGEST_LIVED_MS = 3_600_000
/** A channel that fails so often in a row hands over, if it has somebody to hand over to. */
const TRIES_BEFORE_FAILOVER = 4

/** What becomes of a delivery after one try. Nothing is given up before it was tried for a day. */
export function fateOf(before: StoredDelivery, answer: Delivery, terms: FateTerms): Fate {
  const createdAt = terms.now - triedForMs(before, terms.now)
  const tried = { ...before, createdAt, tries: before.tries + 1, lastTriedAt: terms.now }
  if (answer.kind === 'delivered') {
    const delivery = { ...tried, state: 'delivered', deliveredAt: terms.now, nextTryAt: null, problem: null } as const
    return { delivery, takenOver: null }
  }
  const failed = { ...tried, problem: answer.problem }
  if (terms.failover !== null && handsOver(failed, answer)) return handOver(failed, terms.failover, terms.now)
  if (terms.now - createdAt >= GIVEN_UP_AFTER_MS)
    return { delivery: { ...failed, state: 'undelivered', nextTryAt: null }, takenOver: null }
  const wait = answer.kind === 'again' ? waitOf(failed.tries, answer.afterMs, terms.chance) : LONGEST_WAIT_MS
  const state = answer.kind === 'again' ? 'pending' : 'failed'
  return { delivery: { ...failed, state, nextTryAt: terms.now + wait }, takenOver: null }
}

/**
 * How long it has been tried, from the first try on and without what the program did not live through, between tries
 * as they were planned. Only differences count, so a clock that was set changes nothing.
 */
function triedForMs({ createdAt, lastTriedAt, nextTryAt }: StoredDelivery, now: Time): number {
  if (lastTriedAt === null) return 0
  const longest = Math.max(LONGEST_LIVED_MS, (nextTryAt ?? 0) - lastTriedAt)
  return lastTriedAt - createdAt + Math.min(longest, Math.max(0, now - lastTriedAt))
}

function handsOver({ tries, insteadOf }: StoredDelivery, answer: Delivery): boolean {
  // Two channels that stand in for each other must not hand an alert to and fro.
  return insteadOf === null && (answer.kind === 'refused' || tries >= TRIES_BEFORE_FAILOVER)
}

function handOver(failed: StoredDelivery, channel: string, now: Time): Fate {
  const { alert, loudness } = failed
  const key = ownKey({ alert, channel })
  const fresh = { tries: 0, lastTriedAt: null, deliveredAt: null, problem: null, createdAt: now }
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
