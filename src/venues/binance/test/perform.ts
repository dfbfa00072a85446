import type { Plan, Read, ReadOutcome } from '../../../engine/ports/plan.ts'
import type { Failure, Result } from '../../../shared/result.ts'
import { outcomeOf } from '../answer.ts'

/** Runs a plan against an exchange that is a function, noting what was asked. */
export function perform<T>(plan: Plan<T>, exchange: (read: Read) => ReadOutcome, asked: Read[] = []): Result<T> {
  let step = plan.next()
  while (step.done !== true) {
    asked.push(...step.value)
    step = plan.next(step.value.map(exchange))
  }
  return step.value
}

export function payload(value: unknown): ReadOutcome {
  return { kind: 'payload', payload: value, at: null, budgets: [] }
}

/** A refusal as it comes over the wire, through the same reading as in the app. */
export function refusal(read: Read, status: number, code: number): ReadOutcome {
  const body = JSON.stringify({ code, msg: 'a message that varies' })
  return outcomeOf(read, { kind: 'answer', status, headers: {}, body })
}

/** An exchange that answers by path. */
export function answering(bodies: Readonly<Record<string, unknown>>): (read: Read) => ReadOutcome {
  return (read) => (read.path in bodies ? payload(bodies[read.path]) : refusal(read, 404, -1099))
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

export function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('expected a failure')
  return result.failure
}

export function queryOf(read: Read): Readonly<Record<string, string>> {
  return Object.fromEntries(read.query)
}
