import type { Result } from '../../src/shared/result.ts'

/** The value, where a failure means that the measurement itself is broken. */
export function demand<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.sentence.id} ${JSON.stringify(result.failure.sentence.values)}`)
  return result.value
}
