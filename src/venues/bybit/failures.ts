import type { z } from 'zod'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'

/** How the exchange is called in sentences. */
export const VENUE_NAME = 'Bybit'

/** `what` names a route, topic or field in our own words or the wire's names; never a value from the wire. */
export function unreadable(what: string): Failure {
  return { code: 'venue', sentence: sentence('venue.unreadable', { venue: VENUE_NAME, what }) }
}

/** Checks one value; a failure names the first field that is wrong. */
export function read<Shape extends z.ZodType>(shape: Shape, value: unknown, what: string): Result<z.output<Shape>> {
  const checked = shape.safeParse(value)
  if (checked.success) return ok(checked.data)
  const path = checked.error.issues[0]?.path.join('.') ?? ''
  return fail(unreadable(path === '' ? what : `${what}: ${path}`))
}

/** Checks every row; one that bears money and cannot be read refuses them all. */
export function readAll<Shape extends z.ZodType>(
  shape: Shape,
  values: readonly unknown[],
  what: string,
): Result<readonly z.output<Shape>[]> {
  const rows: z.output<Shape>[] = []
  for (const value of values) {
    const row = read(shape, value, what)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return ok(rows)
}
