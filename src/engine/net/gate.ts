import type { Failure, Result } from '../../shared/result.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Clock } from '../ports/clock.ts'
import type { BudgetReading, Read } from '../ports/plan.ts'
import type { Budget } from '../ports/venue.ts'
import { correct, createBucket, spend, used, waitFor, type Bucket } from './budget.ts'
import type { Cancellation } from './cancellation.ts'
import { cancelled, resting } from './failures.ts'

/** How a request waits: work for the screen goes first, and history leaves half of every budget to it. */
export interface Admission {
  readonly urgency: 'live' | 'history'
  /** A rest longer than this is answered with its failure instead of being waited for. */
  readonly patienceMs: number
  readonly cancellation: Cancellation
}

/** How one budget stands, for the screen. Moments are monotonic milliseconds. */
export interface BudgetState {
  readonly budget: Budget
  readonly limit: number
  readonly used: number
  readonly waiting: number
  readonly restsUntil: number | null
}

/** The one door through which requests to a venue's hosts leave. */
export interface Gate {
  /** Resolves when the request may leave; its cost is booked by then. */
  admit(read: Pick<Read, 'host' | 'cost'>, admission: Admission): Promise<Result<null>>
  learn(host: string, readings: readonly BudgetReading[]): void
  /** Nothing leaves for this host for so long. */
  rest(host: string, ms: number, why: Failure): void
  states(): readonly BudgetState[]
  stop(): void
}

interface Waiter {
  readonly cost: Readonly<Record<string, number>>
  readonly admission: Admission
  readonly answer: (result: Result<null>) => void
}

interface Door {
  readonly buckets: Map<string, Bucket>
  waiters: readonly Waiter[]
  rest: { readonly until: number; readonly why: Failure } | null
  stopTimer: () => void
}

const HISTORY_SHARE = 0.5

export function createGate(clock: Clock, budgets: readonly Budget[], onChange: () => void): Gate {
  const doors = new Map<string, Door>()
  for (const budget of budgets) doorOf(budget.host).buckets.set(budget.bucket, createBucket(budget))

  function doorOf(host: string): Door {
    const known = doors.get(host)
    if (known !== undefined) return known
    const door: Door = { buckets: new Map(), waiters: [], rest: null, stopTimer: () => undefined }
    doors.set(host, door)
    return door
  }

  function leave(door: Door, waiter: Waiter, result: Result<null>): void {
    door.waiters = door.waiters.filter((other) => other !== waiter)
    waiter.answer(result)
  }

  function pump(door: Door): void {
    door.stopTimer()
    refuseImpatient(door)
    const next = nextWaiter(door)
    if (next !== null) {
      const wait = waitOf(door, next, clock.monotonic())
      if (wait > 0) door.stopTimer = clock.after(wait, () => pump(door))
      else {
        book(door, next.cost, clock.monotonic())
        leave(door, next, ok(null))
        pump(door)
      }
    }
    onChange()
  }

  function refuseImpatient(door: Door): void {
    const left = restLeft(door, clock.monotonic())
    for (const waiter of door.waiters)
      if (door.rest !== null && left > waiter.admission.patienceMs)
        leave(door, waiter, fail(resting(door.rest.why, left)))
  }

  function admit(read: Pick<Read, 'host' | 'cost'>, admission: Admission): Promise<Result<null>> {
    if (admission.cancellation.stopped) return Promise.resolve(fail(cancelled()))
    const door = doorOf(read.host)
    return new Promise((resolve) => {
      const unhear = admission.cancellation.onStop(() => {
        leave(door, waiter, fail(cancelled()))
        pump(door)
      })
      const waiter: Waiter = {
        cost: read.cost,
        admission,
        answer: (result) => {
          unhear()
          resolve(result)
        },
      }
      door.waiters = [...door.waiters, waiter]
      pump(door)
    })
  }

  return {
    admit,
    learn: (host, readings) => {
      const door = doorOf(host)
      for (const reading of readings) learnOne(door, reading, clock.monotonic())
      if (readings.length > 0) onChange()
    },
    rest: (host, ms, why) => {
      const door = doorOf(host)
      const until = clock.monotonic() + ms
      if (door.rest === null || door.rest.until < until) door.rest = { until, why }
      pump(door)
    },
    states: () => [...doors.values()].flatMap((door) => statesOf(door, clock.monotonic())),
    stop: () => {
      for (const door of doors.values()) {
        door.stopTimer()
        for (const waiter of door.waiters) leave(door, waiter, fail(cancelled()))
      }
    },
  }
}

function nextWaiter(door: Door): Waiter | null {
  return door.waiters.find((waiter) => waiter.admission.urgency === 'live') ?? door.waiters[0] ?? null
}

function waitOf(door: Door, waiter: Waiter, at: number): number {
  const share = waiter.admission.urgency === 'live' ? 1 : HISTORY_SHARE
  const waits = Object.entries(waiter.cost).map(([name, cost]) => {
    const bucket = door.buckets.get(name)
    return bucket === undefined ? 0 : waitFor(bucket, cost, share, at)
  })
  return Math.max(restLeft(door, at), ...waits)
}

function book(door: Door, costs: Readonly<Record<string, number>>, at: number): void {
  for (const [name, cost] of Object.entries(costs)) {
    const bucket = door.buckets.get(name)
    if (bucket !== undefined) door.buckets.set(name, spend(bucket, cost, at))
  }
}

function learnOne(door: Door, reading: BudgetReading, at: number): void {
  const bucket = door.buckets.get(reading.bucket)
  if (bucket !== undefined) door.buckets.set(reading.bucket, correct(bucket, reading, at))
}

function restLeft(door: Door, at: number): number {
  return door.rest === null ? 0 : Math.max(0, door.rest.until - at)
}

function statesOf(door: Door, at: number): readonly BudgetState[] {
  const restsUntil = restLeft(door, at) > 0 && door.rest !== null ? door.rest.until : null
  return [...door.buckets.values()].map((bucket) => ({
    budget: bucket.budget,
    limit: bucket.limit,
    used: used(bucket, at),
    waiting: door.waiters.length,
    restsUntil,
  }))
}
