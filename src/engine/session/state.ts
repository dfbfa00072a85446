import type { Failure } from '../../shared/result.ts'
import type { Feed, FeedPace, Ticket } from '../ports/feed.ts'
import type { NetworkChange } from '../ports/machine.ts'

/** A message about topics that the exchange has to answer, perhaps once per frame. */
export interface Question {
  readonly id: string
  readonly kind: 'subscribe' | 'unsubscribe'
  readonly topics: readonly string[]
  readonly answersLeft: number
  /** When its last frame left; null while some still wait for the pace. */
  readonly askedAt: number | null
}

/** A frame waiting for its turn under the pace. */
export interface Outgoing {
  readonly question: string
  readonly text: string
}

/** One connection. Moments are monotonic milliseconds. */
export interface Line {
  readonly line: number
  readonly phase: 'connecting' | 'authenticating' | 'subscribing' | 'up'
  /** When the phase began. */
  readonly since: number
  readonly rotateAt: number | null
  readonly heardAt: number
  readonly itemAt: number
  readonly heartbeatAt: number
  /** Something was heard since the last heartbeat left. */
  readonly answered: boolean
  /** It answers heartbeats but delivers nothing. */
  readonly muteSince: number | null
  /** The network changed under it: unless anything is heard by then, it is lost. */
  readonly proveBy: number | null
  /** Topics asked for on this line, answered or not. */
  readonly asked: ReadonlySet<string>
  readonly questions: readonly Question[]
  readonly outbox: readonly Outgoing[]
  /** When our last messages left, within one second. */
  readonly sent: readonly number[]
}

export type Mode =
  | { readonly kind: 'idle' }
  | { readonly kind: 'ticketing' }
  | { readonly kind: 'dialled'; readonly main: Line }
  /** The exchange asked us not to come before `notBefore`; our own back-off may be cut short. */
  | { readonly kind: 'waiting'; readonly until: number; readonly notBefore: number }
  /** Nothing but the user can help. */
  | { readonly kind: 'refused' }

export interface SessionState {
  readonly mode: Mode
  /** The next connection while rotating. */
  readonly spare: Line | null
  /** No rotation is tried before this moment. */
  readonly spareAfter: number
  /** The former connection, heard until the overlap ends. */
  readonly old: { readonly line: number; readonly until: number } | null
  readonly wanted: ReadonlySet<string>
  /** Topics the exchange does not have; they are not asked for again. */
  readonly dead: ReadonlySet<string>
  readonly ticket: Ticket | null
  readonly keepAt: number | null
  readonly keepFailures: number
  /** Failed connections since the last healthy one. */
  readonly attempts: number
  readonly nextLine: number
  readonly nextQuestion: number
  readonly everUp: boolean
  readonly reconnects: number
  readonly problem: Failure | null
}

export type Input =
  | { readonly kind: 'start' }
  | { readonly kind: 'stop' }
  /** Somebody, or the clock, says that nothing known about the connection can be trusted. */
  | { readonly kind: 'restart'; readonly why: Failure; readonly promptly: 'at-once' | 'with-jitter' }
  | { readonly kind: 'network'; readonly change: NetworkChange }
  | { readonly kind: 'want'; readonly topics: readonly string[] }
  | { readonly kind: 'unwant'; readonly topics: readonly string[] }
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'no-ticket'; readonly failure: Failure }
  | { readonly kind: 'kept'; readonly ticket: Ticket }
  | { readonly kind: 'not-kept'; readonly failure: Failure }
  | { readonly kind: 'opened'; readonly line: number }
  | { readonly kind: 'closed'; readonly line: number; readonly why: Failure }
  | { readonly kind: 'alive'; readonly line: number; readonly heardAt: number; readonly itemAt: number }
  | { readonly kind: 'welcomed'; readonly line: number }
  | { readonly kind: 'refused'; readonly line: number; readonly failure: Failure }
  | { readonly kind: 'subscribed'; readonly line: number; readonly id: string | null }
  | {
      readonly kind: 'unsubscribable'
      readonly line: number
      readonly id: string | null
      readonly failure: Failure
      readonly topics: readonly string[]
    }
  | { readonly kind: 'ticket-expired'; readonly line: number }
  | { readonly kind: 'tick' }

export type Command =
  | { readonly kind: 'issue-ticket' }
  | { readonly kind: 'keep-ticket'; readonly ticket: Ticket }
  | { readonly kind: 'open'; readonly line: number; readonly ticket: Ticket | null }
  | { readonly kind: 'login'; readonly line: number }
  | { readonly kind: 'send'; readonly line: number; readonly text: string }
  | { readonly kind: 'heartbeat'; readonly line: number }
  | { readonly kind: 'close'; readonly line: number }
  | { readonly kind: 'terminate'; readonly line: number }
  | { readonly kind: 'measure-clock' }
  | { readonly kind: 'tell-up'; readonly line: number }
  | { readonly kind: 'tell-down'; readonly why: Failure }

/** The parts of a feed the machine needs; the rest belongs to whoever performs its commands. */
export interface Script {
  readonly name: string
  readonly pace: FeedPace
  /** Null: the feed needs no ticket. */
  readonly keepEvery: number | null
  readonly subscribe: Feed<never, never>['subscribe']
  readonly unsubscribe: Feed<never, never>['unsubscribe']
}

/** When an input came, and a number in [0, 1) for whatever the step leaves to chance. */
export interface Moment {
  readonly at: number
  readonly chance: number
}

export function initialState(topics: Iterable<string>): SessionState {
  return {
    mode: { kind: 'idle' },
    spare: null,
    spareAfter: 0,
    old: null,
    wanted: new Set(topics),
    dead: new Set(),
    ticket: null,
    keepAt: null,
    keepFailures: 0,
    attempts: 0,
    nextLine: 1,
    nextQuestion: 1,
    everUp: false,
    reconnects: 0,
    problem: null,
  }
}
