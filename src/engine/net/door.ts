import type { Stop } from '../../shared/link.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import type { Clock } from '../ports/clock.ts'
import type { BudgetReading } from '../ports/plan.ts'
import type { Budget } from '../ports/venue.ts'
import { correct, createBucket, spend, used, waitFor, type Bucket } from './budget.ts'
import { resting } from './failures.ts'
import type { Admission, BudgetState } from './gate.ts'

/** One request waiting to leave. */
export interface Waiter {
  readonly cost: Readonly<Record<string, number>>
  readonly admission: Admission
  readonly answer: (result: Result<null>) => void
}

/** The way out to one host. */
export interface Door {
  readonly clock: Clock
  readonly onChange: () => void
  readonly buckets: Map<string, Bucket>
  readonly waiters: Waiter[]
  rest: { readonly until: number; readonly why: Failure } | null
  stopTimer: Stop
}

const HISTORY_SHARE = 0.5

export function createDoor(clock: Clock, budgets: readonly Budget[], onChange: () => void): Door {
  const buckets = new Map(budgets.map((budget) => [budget.bucket, createBucket(budget)]))
  return { clock, onChange, buckets, waiters: [], rest: null, stopTimer: () => undefined }
}

/** Lets through what may leave now, and comes back when the next one may. */
export function pump(door: Door): void {
  door.stopTimer()
  refuseImpatient(door)
  for (let next = nextWaiter(door); next !== null; next = nextWaiter(door)) {
    const wait = waitOf(door, next)
    if (wait > 0) {
      door.stopTimer = door.clock.after(wait, () => pump(door))
      break
    }
    book(door, next.cost)
    dismiss(door, next, ok(null))
  }
  door.onChange()
}

export function dismiss(door: Door, waiter: Waiter, result: Result<null>): void {
  const place = door.waiters.indexOf(waiter)
  if (place < 0) return
  door.waiters.splice(place, 1)
  waiter.answer(result)
}

export function learn(door: Door, reading: BudgetReading): void {
  const bucket = door.buckets.get(reading.bucket)
  if (bucket !== undefined) door.buckets.set(reading.bucket, correct(bucket, reading, door.clock.monotonic()))
}

export function restFor(door: Door, ms: number, why: Failure): void {
  const until = door.clock.monotonic() + ms
  if (door.rest === null || door.rest.until < until) door.rest = { until, why }
  pump(door)
}

export function statesOf(door: Door): readonly BudgetState[] {
  const at = door.clock.monotonic()
  const restsUntil = door.rest !== null && door.rest.until > at ? door.rest.until : null
  return [...door.buckets.values()].map((bucket) => ({
    budget: bucket.budget,
    limit: bucket.limit,
    used: used(bucket, at),
    waiting: door.waiters.length,
    restsUntil,
  }))
}

function refuseImpatient(door: Door): void {
  const { rest } = door
  if (rest === null) return
  const left = restLeft(door)
  const impatient = door.waiters.filter((waiter) => left > waiter.admission.patienceMs)
  for (const waiter of impatient) dismiss(door, waiter, fail(resting(rest.why, left)))
}

/** Work for the screen goes before history. */
function nextWaiter(door: Door): Waiter | null {
  return door.waiters.find((waiter) => waiter.admission.urgency === 'live') ?? door.waiters[0] ?? null
}

function waitOf(door: Door, { cost, admission }: Waiter): number {
  const at = door.clock.monotonic()
  const share = admission.urgency === 'live' ? 1 : HISTORY_SHARE
  const waits = Object.entries(cost).map(([name, amount]) => {
    const bucket = door.buckets.get(name)
    return bucket === undefined ? 0 : waitFor(bucket, amount, share, at)
  })
  return Math.max(restLeft(door), ...waits)
}

function book(door: Door, costs: Readonly<Record<string, number>>): void {
  for (const [name, cost] of Object.entries(costs)) {
    const bucket = door.buckets.get(name)
    if (bucket !== undefined) door.buckets.set(name, spend(bucket, cost, door.clock.monotonic()))
  }
}

function restLeft(door: Door): number {
  return door.rest === null ? 0 : Math.max(0, door.rest.until - door.clock.monotonic())
}
