import type { z } from 'zod'

/** What a body says where it is JSON of the shape, and null where it is anything else. */
export function parseJson<T>(body: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
