import type { StreamRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'
import { sentence } from '../../shared/sentence.ts'

/** The sign of life of another program, as it was heard. */
export interface Pulse {
  readonly name: string
  /** How often it says it comes, or has come lately; null until a second beat tells. */
  readonly everyMs: number | null
  readonly heardAt: Time
}

/** So many of its own intervals may pass without a beat. */
const MISSED = 3
/** Until its rhythm is known. */
const FIRST_EVERY_MS = 10 * 60_000
const SHORTEST_MS = 5_000
const LONGEST_MS = 86_400_000
const NEWER_WEIGHT = 0.25

/** One more beat. What it says of its interval counts; else the interval is learnt, slowly, from the beats. */
export function beaten(before: Pulse | null, name: string, says: number | null, now: Time): Pulse {
  return { name, heardAt: now, everyMs: says === null ? learnt(before, now) : within(says) }
}

function learnt(before: Pulse | null, now: Time): number | null {
  if (before === null) return null
  const gap = now - before.heardAt
  if (before.everyMs === null) return within(gap)
  // A beat after a silence says nothing of the rhythm, nor does one that was sent by hand.
  if (gap > before.everyMs * MISSED || gap < before.everyMs / MISSED) return before.everyMs
  return within(before.everyMs + (gap - before.everyMs) * NEWER_WEIGHT)
}

function within(everyMs: number): number {
  return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, everyMs)))
}

/**
 * @param since when listening began: a beat that could not be heard before then is not missed yet
 */
export function pulseRow({ name, everyMs, heardAt }: Pulse, since: Time, now: Time): StreamRow {
  const patience = (everyMs ?? FIRST_EVERY_MS) * MISSED
  const isSilent = now - Math.max(heardAt, since) > patience
  const isHeard = heardAt >= since
  const state = isSilent ? 'stale' : isHeard ? 'live' : 'checking'
  const problem = state === 'live' ? null : sentence(isSilent ? 'heartbeat.silent' : 'heartbeat.awaited', { name })
  return {
    stream: streamOf(name),
    kind: 'heartbeat',
    account: null,
    venueName: 'Tidemark',
    state,
    required: true,
    connectedAt: null,
    heardAt,
    verifiedAt: null,
    roundTripMs: null,
    reconnects: 0,
    refusedFrames: 0,
    nextTryAt: null,
    problem,
  }
}

export function streamOf(name: string): string {
  return `${name} heartbeat`
}
