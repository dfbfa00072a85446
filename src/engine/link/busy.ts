import type { Failure } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'

/** A link has as much open as one link may. */
export function busy(): Failure {
  return { code: 'unavailable', sentence: sentence('engine.busy') }
}
