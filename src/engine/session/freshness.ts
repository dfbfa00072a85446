import type { Freshness } from '../../shared/fields.ts'
import type { Failure } from '../../shared/result.ts'
import { proving, topicsRefused } from './reasons.ts'
import type { SessionStatus } from './status.ts'

/**
 * Whether what a stream feeds was compared with the exchange's own report since the connection came up.
 * Prices need no comparison: each message stands for itself, and `unverified` then means that none came yet.
 */
export type Verification = 'verified' | 'unverified'

export interface StreamFreshness {
  readonly state: Freshness
  readonly reason: Failure | null
}

/**
 * `live`: connected, verified, and hearing. `checking`: connected, or connecting for the first time, and not yet sure;
 * also when the network has changed and nothing was heard since.
 * `stale`: connected but without data. `down`: no connection, or none may be made.
 */
export function freshnessOf(stream: string, status: SessionStatus, verification: Verification): StreamFreshness {
  switch (status.phase) {
    case 'up':
      return upFreshness(stream, status, verification)
    case 'idle':
    case 'refused':
    case 'waiting':
      return { state: 'down', reason: status.problem }
    default:
      return { state: status.everUp || status.problem !== null ? 'down' : 'checking', reason: status.problem }
  }
}

function upFreshness(stream: string, status: SessionStatus, verification: Verification): StreamFreshness {
  const { unsubscribable, problem } = status
  const reason = unsubscribable.length > 0 ? topicsRefused(stream, unsubscribable) : problem
  if (status.mute || status.nothingOffered) return { state: 'stale', reason: problem ?? reason }
  if (status.proving) return { state: 'checking', reason: reason ?? proving(stream) }
  return { state: verification === 'verified' ? 'live' : 'checking', reason }
}

const ORDER = ['live', 'checking', 'stale', 'down'] as const satisfies readonly Freshness[]

/** A figure made of several streams is as fresh as the least fresh of them. */
export function leastFresh(all: Iterable<Freshness>): Freshness {
  let worst: Freshness = 'live'
  for (const freshness of all) worst = lessFresh(worst, freshness)
  return worst
}

export function lessFresh(a: Freshness, b: Freshness): Freshness {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b
}
