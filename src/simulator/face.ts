import type { Clock } from '../engine/ports/clock.ts'
import type { Log } from '../engine/ports/log.ts'
import type { Time } from '../shared/ids.ts'
import type { Stop } from '../shared/link.ts'
import type { Chance } from './chance.ts'
import type { Lines } from './lines.ts'
import type { RestTrouble } from './faults.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Market } from './market/market.ts'
import type { Connected, IncomingRequest, Peer } from './simulator.ts'

/** The exchange behind both faces. */
export interface World {
  /** For timers only; the exchange's wall time is `now`. */
  readonly clock: Clock
  /** The exchange's own clock: the machine's plus what the control surface moved it by. */
  now(): Time
  readonly chance: Chance
  readonly market: Market
  readonly ledger: Ledger
  /** Every open connection of both faces; the control surface's faults sit between face and peer. */
  readonly lines: Lines
  /** Commands that only a face can carry out. */
  onSignal(take: (signal: Signal) => void): Stop
  readonly log: Log
}

/** The listen key of an account runs out now. */
export interface Signal {
  readonly kind: 'listen-key-expires'
  readonly account: string
}

export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One exchange's wire over the world. A face answers at once; delays and lost answers are made around it. */
export interface Face {
  /** Whether this face serves a path (without its query). */
  serves(path: string): boolean
  /** `empty-list` asks for a good answer whose list has nothing in it. */
  respond(request: IncomingRequest, whim: 'truth' | 'empty-list'): Answer
  /** How this exchange words a trouble. */
  refuse(trouble: RestTrouble, request: IncomingRequest): Answer
  connect(target: string, address: string, peer: Peer): Connected
  start(): void
  /** Leaves no timer behind; open connections are ended by `lines`. */
  stop(): void
}
