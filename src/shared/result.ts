import type { Sentence } from './sentence.ts'

/**
 * Why something expected to fail sometimes did fail.
 * `sentence` is what a person reads (translated where it is shown); `code` is what a program branches on.
 */
export interface Failure {
  readonly code: FailureCode
  readonly sentence: Sentence
  /** The input field the failure is about, as a dotted path. */
  readonly field?: string
  /** Trying again cannot help until the user acts. */
  readonly terminal?: true
  /** The other side asked for this much patience, in milliseconds. */
  readonly retryAfterMs?: number
}

export type FailureCode = 'invalid' | 'denied' | 'unavailable' | 'venue' | 'internal'

export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F }

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value }
}

export function fail<F>(failure: F): Result<never, F> {
  return { ok: false, failure }
}

/** Closes a union: a new member that nobody handles becomes a compile error here. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled member of a union: ${JSON.stringify(value)}`)
}
