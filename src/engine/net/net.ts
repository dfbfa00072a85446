import type { BudgetRow } from '../../shared/health-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import type { Ports } from '../ports/ports.ts'
import type { Signer } from '../ports/vault.ts'
import type { Hosts, Venue } from '../ports/venue.ts'
import type { Table } from '../tables.ts'
import type { Way } from './attempt.ts'
import { createBudgetRows } from './budget-rows.ts'
import { createCanceller, type Cancellation } from './cancellation.ts'
import { createGate, type BudgetState, type Gate } from './gate.ts'
import { perform, type Perform } from './perform.ts'
import { createServerClock, type ServerClock, type TimeSample } from './server-clock.ts'
import { createStagger, type Stagger } from './stagger.ts'

export type { Perform } from './perform.ts'

/** One reader of an exchange: an account with its key, or a market house without one. */
export interface NetClient {
  readonly perform: Perform
  /** Whatever is still under way answers `network.cancelled` and sends nothing more. */
  stop(): void
}

export interface ClientTerms {
  readonly signer: Signer | null
  readonly urgency: 'live' | 'history'
  /** A rest of the host longer than this is handed back as a failure with `retryAfterMs`. Default: a minute. */
  readonly patienceMs?: number
}

/** REST traffic to the hosts of one venue and environment: one set of budgets and one server clock, whoever asks. */
export interface Net {
  client(terms: ClientTerms): NetClient
  /** The exchange's time as we estimate it. */
  serverNow(): Time
  /** This computer's clock is behind the exchange's by so many milliseconds; null before it was measured. */
  offset(): number | null
  /** For a session whose login was refused for its time. */
  measureClock(): Promise<boolean>
  readonly stagger: Stagger
  start(): void
  stop(): void
}

export type NetPorts = Pick<Ports, 'clock' | 'http' | 'random' | 'log' | 'machine'>

const PATIENCE_MS = 60_000

export function createNet(ports: NetPorts, venue: Venue, hosts: Hosts, table: Table<BudgetRow>): Net {
  const { clock } = ports
  const gate = createGate(clock, venue.budgets, () => rows.touch())
  const rows = createBudgetRows(clock, table, hosts, () => gate.states())
  const serverClock: ServerClock = createServerClock(ports, () => sampleTime(way, own))
  const way: Way = { ...ports, venue, hosts, gate, serverClock }
  const clients = new Set<NetClient>()
  const own = createCanceller()

  return {
    client: (terms) => {
      const client = createClient(way, terms, () => void clients.delete(client))
      clients.add(client)
      return client
    },
    serverNow: () => serverClock.now(),
    offset: () => serverClock.offset(),
    measureClock: () => serverClock.measure(),
    stagger: createStagger(ports, () => load(gate)),
    start: () => serverClock.start(),
    stop: () => {
      serverClock.stop()
      own.stop()
      for (const client of [...clients]) client.stop()
      gate.stop()
      rows.stop()
    },
  }
}

function createClient(way: Way, terms: ClientTerms, onStop: () => void): NetClient {
  const cancellation = createCanceller()
  const { signer, urgency, patienceMs = PATIENCE_MS } = terms
  return {
    perform: (plan) => perform(way, plan, { signer, urgency, patienceMs, cancellation }),
    stop: () => {
      cancellation.stop()
      onStop()
    },
  }
}

/** Times the exchange of request and answer alone, not the wait for the budget before it. */
async function sampleTime(way: Way, cancellation: Cancellation): Promise<Result<TimeSample>> {
  const timed = { sentAt: 0, heardAt: 0 }
  const result = await perform(way, way.venue.serverTime(), {
    signer: null,
    urgency: 'live',
    patienceMs: 0,
    cancellation,
    onTimed: (sentAt, heardAt) => Object.assign(timed, { sentAt, heardAt }),
  })
  return result.ok ? ok({ server: result.value, ...timed }) : result
}

function load(gate: Gate): number {
  const shares = gate.states().map((state: BudgetState) => (state.restsUntil === null ? state.used / state.limit : 1))
  return Math.max(0, ...shares)
}
