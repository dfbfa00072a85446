import { fail, type Failure, type Result } from '../../shared/result.ts'
import type { Clock } from '../ports/clock.ts'
import type { BudgetReading, Read } from '../ports/plan.ts'
import type { Budget } from '../ports/venue.ts'
import type { Cancellation } from './cancellation.ts'
import { createDoor, dismiss, learn, pump, restFor, statesOf, type Door, type Waiter } from './door.ts'
import { cancelled } from './failures.ts'

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

/** The one way out to a venue's hosts. */
export interface Gate {
  /** Resolves when the request may leave; its cost is booked by then. */
  admit(read: Pick<Read, 'host' | 'cost'>, admission: Admission): Promise<Result<null>>
  learn(host: string, readings: readonly BudgetReading[]): void
  /** Nothing leaves for this host for so long. */
  rest(host: string, ms: number, why: Failure): void
  states(): readonly BudgetState[]
  stop(): void
}

export function createGate(clock: Clock, budgets: readonly Budget[], onChange: () => void): Gate {
  const doors = new Map<string, Door>()
  for (const { host } of budgets) doorOf(host)

  function doorOf(host: string): Door {
    const ofHost = budgets.filter((budget) => budget.host === host)
    const door = doors.get(host) ?? createDoor(clock, ofHost, onChange)
    doors.set(host, door)
    return door
  }

  return {
    admit: (read, admission) => admit(doorOf(read.host), read.cost, admission),
    learn: (host, readings) => {
      for (const reading of readings) learn(doorOf(host), reading)
      if (readings.length > 0) onChange()
    },
    rest: (host, ms, why) => restFor(doorOf(host), ms, why),
    states: () => [...doors.values()].flatMap(statesOf),
    stop: () => {
      for (const door of doors.values()) shut(door)
    },
  }
}

function admit(door: Door, cost: Waiter['cost'], admission: Admission): Promise<Result<null>> {
  if (admission.cancellation.stopped) return Promise.resolve(fail(cancelled()))
  return new Promise((resolve) => {
    const unhear = admission.cancellation.onStop(() => {
      dismiss(door, waiter, fail(cancelled()))
      pump(door)
    })
    const waiter: Waiter = {
      cost,
      admission,
      answer: (result) => {
        unhear()
        resolve(result)
      },
    }
    door.waiters.push(waiter)
    pump(door)
  })
}

function shut(door: Door): void {
  door.stopTimer()
  for (const waiter of [...door.waiters]) dismiss(door, waiter, fail(cancelled()))
}
