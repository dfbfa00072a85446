import type { Failure } from '../../shared/result.ts'
import type { Http } from '../ports/http.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Read, ReadOutcome } from '../ports/plan.ts'
import type { Random } from '../ports/random.ts'
import type { Machine } from '../ports/machine.ts'
import type { Signer } from '../ports/vault.ts'
import type { Hosts, Venue } from '../ports/venue.ts'
import { pause } from './cancellation.ts'
import { cancelled, notAllowed } from './failures.ts'
import type { Admission, Gate } from './gate.ts'
import { afterFailure, counted, mayTryAgain, NOTHING_TRIED, type NextStep, type Tries } from './remedy.ts'
import { sendGuarded } from './send-guarded.ts'
import type { ServerClock } from './server-clock.ts'

/** What one read needs to reach its exchange. */
export interface Way {
  readonly clock: Clock
  readonly http: Http
  readonly random: Random
  readonly machine: Machine
  readonly log: Log
  readonly venue: Venue
  readonly hosts: Hosts
  readonly gate: Gate
  readonly serverClock: Pick<ServerClock, 'signingNow' | 'measure'>
}

export interface Terms extends Admission {
  readonly signer: Signer | null
  /** Told the monotonic moments around each exchange of request and answer. */
  readonly onTimed?: (sentAt: number, heardAt: number) => void
}

type Failed = Extract<ReadOutcome, { kind: 'failed' }>

/** Makes one read, again where its remedy says so, until there is a payload or nothing more to try. */
export async function attempt(way: Way, read: Read, terms: Terms): Promise<ReadOutcome> {
  if (!allowed(way.venue, read, terms)) return refuse(way, read)
  let tries = NOTHING_TRIED
  for (;;) {
    const outcome = await once(way, read, terms)
    if (outcome.kind === 'payload' || terms.cancellation.stopped) return outcome
    const step = afterFailure(outcome.remedy, outcome.failure, tries, way.random.next())
    await prepare(way, read, terms, step, outcome.failure)
    if (!mayTryAgain(step, tries)) return outcome
    tries = note(way, read, step, tries, outcome.failure)
  }
}

function allowed(venue: Venue, read: Read, terms: Terms): boolean {
  if (read.access === 'public') return true
  return terms.signer !== null && venue.signedReads.includes(`${read.method} ${read.path}`)
}

function refuse(way: Way, read: Read): Failed {
  way.log.error('a read outside the list was refused', { path: read.path })
  return failed(notAllowed(read))
}

async function once(way: Way, read: Read, terms: Terms): Promise<ReadOutcome> {
  const admitted = await way.gate.admit(read, terms)
  if (!admitted.ok) return failed(admitted.failure)
  if (terms.cancellation.stopped) return failed(cancelled())
  const signer = read.access === 'public' ? null : terms.signer
  const request = way.venue.request(read, way.hosts, way.serverClock.signingNow(), signer)
  const sentAt = way.clock.monotonic()
  const answer = await sendGuarded(way, request, terms.cancellation)
  if (terms.cancellation.stopped) return failed(cancelled())
  terms.onTimed?.(sentAt, way.clock.monotonic())
  const outcome = way.venue.answer(read, answer)
  way.gate.learn(read.host, outcome.budgets)
  return outcome
}

/** Waits out what the next try needs; a rest holds the whole host, whoever tries next. */
async function prepare(way: Way, read: Read, terms: Terms, step: NextStep, why: Failure): Promise<void> {
  if (step.kind === 'again') await pause(way.clock, step.waitMs, terms.cancellation)
  if (step.kind === 'measure-clock') await way.serverClock.measure()
  if (step.kind === 'rest') way.gate.rest(read.host, step.restMs, why)
}

function note(way: Way, read: Read, step: NextStep, tries: Tries, why: Failure): Tries {
  way.log.info('a read is tried again', { path: read.path, why: why.sentence.id, after: step.kind })
  return counted(step, tries)
}

function failed(failure: Failure): Failed {
  return { kind: 'failed', failure, remedy: 'without', budgets: [] }
}
