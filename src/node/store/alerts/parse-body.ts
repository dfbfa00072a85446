import type { z } from 'zod'
import type { Log } from '../../../engine/ports/log.ts'

/** Reads stored JSON through its schema. What cannot be read is logged by name and left out; the rest is shown. */
export type ParseBody = <Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  body: string,
) => z.output<Schema> | null

export function createParseBody(log: Log): ParseBody {
  return (name, schema, body) => {
    const parsed = schema.safeParse(parseJson(body))
    if (parsed.success) return parsed.data
    log.error('a stored row cannot be read', { name })
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
