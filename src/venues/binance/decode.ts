import type { z } from 'zod'
import type { Plan, Read, ReadOutcome } from '../../engine/ports/plan.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { unreadable } from './failure.ts'

/** Accepts a payload only if it has the shape; the failure names the place and never the value. */
export function decode<T>(schema: z.ZodType<T>, payload: unknown, what: string): Result<T> {
  const read = schema.safeParse(payload)
  if (read.success) return ok(read.data)
  const place = read.error.issues[0]?.path.join('.') ?? ''
  return fail(unreadable(place === '' ? what : `${what}: ${place}`))
}

/** The payload of an outcome in its shape, or the outcome's failure. */
export function accept<T>(outcome: ReadOutcome | undefined, schema: z.ZodType<T>, what: string): Result<T> {
  if (outcome === undefined) return fail(unreadable(what))
  return outcome.kind === 'failed' ? fail(outcome.failure) : decode(schema, outcome.payload, what)
}

/** A plan of one request. */
export function* ask<T>(read: Read, schema: z.ZodType<T>): Plan<T> {
  const [outcome] = yield [read]
  return accept(outcome, schema, read.path)
}

type Values<Results> = {
  readonly [Name in keyof Results]: Results[Name] extends Result<infer Value> ? Value : never
}

/** All values, or the first failure: a partial report does not exist. */
export function together<Results extends Readonly<Record<string, Result<unknown>>>>(
  results: Results,
): Result<Values<Results>> {
  const values: Record<string, unknown> = {}
  for (const [name, result] of Object.entries(results)) {
    if (!result.ok) return result
    values[name] = result.value
  }
  // Every name of `Results` was just given the value of its own result.
  return ok(values as Values<Results>)
}
