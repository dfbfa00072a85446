import type { Time } from '../../shared/ids.ts'
import type { Failure } from '../../shared/result.ts'
import type { Clock } from '../ports/clock.ts'
import type { Line, SessionState } from './state.ts'
import { mainOf } from './step.ts'
import type { Wire } from './wire.ts'

export type SessionPhase =
  'idle' | 'ticketing' | 'connecting' | 'authenticating' | 'subscribing' | 'up' | 'waiting' | 'refused'

/** A session as others see it. Times are epoch milliseconds of this computer. */
export interface SessionStatus {
  readonly phase: SessionPhase
  /** Names the connection in use; every new connection has a higher one. */
  readonly generation: number | null
  readonly connectedAt: Time | null
  /** When anything at all was last heard on the connection in use, or on the last one. */
  readonly heardAt: Time | null
  readonly roundTripMs: number | null
  /** How often a working connection was lost. */
  readonly reconnects: number
  readonly refusedFrames: number
  readonly nextTryAt: Time | null
  readonly everUp: boolean
  /** The connection answers but delivers nothing. */
  readonly mute: boolean
  /** The network changed, and nothing was heard since. */
  readonly proving: boolean
  /** Topics the exchange does not have. */
  readonly unsubscribable: readonly string[]
  /** None of the topics exists there: the connection is good for nothing. */
  readonly nothingOffered: boolean
  /** Why the session is not up, until it is again. */
  readonly problem: Failure | null
}

/** What the performing side knows beyond the machine's state. */
export interface Counts {
  readonly refusedFrames: number
  readonly lastHeardAt: Time | null
  readonly roundTripMs: number | null
}

export function describe(state: SessionState, wire: Wire | null, counts: Counts, clock: Clock): SessionStatus {
  const main = mainOf(state)
  return {
    phase: main === null ? phaseOf(state) : main.phase,
    generation: wire?.generation ?? null,
    connectedAt: wire?.openedAt ?? null,
    heardAt: counts.lastHeardAt,
    roundTripMs: counts.roundTripMs,
    reconnects: state.reconnects,
    refusedFrames: counts.refusedFrames,
    nextTryAt: state.mode.kind === 'waiting' ? Math.round(clock.now() + state.mode.until - clock.monotonic()) : null,
    everUp: state.everUp,
    mute: isMute(main),
    proving: main !== null && main.proveBy !== null,
    unsubscribable: [...state.dead],
    nothingOffered: state.wanted.size > 0 && [...state.wanted].every((topic) => state.dead.has(topic)),
    problem: state.problem,
  }
}

/** Whether a listener would see a difference; the moment something was last heard moves with every frame. */
export function looksSame(before: SessionStatus, after: SessionStatus): boolean {
  const names = Object.keys(after) as readonly (keyof SessionStatus)[] // an object literal of this very type
  return names.every((name) => name === 'heardAt' || sameField(before[name], after[name]))
}

function sameField(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after)) return before.join('\n') === after.join('\n')
  return Object.is(before, after)
}

function phaseOf(state: SessionState): SessionPhase {
  return state.mode.kind === 'dialled' ? state.mode.main.phase : state.mode.kind
}

function isMute(line: Line | null): boolean {
  return line !== null && line.muteSince !== null
}
