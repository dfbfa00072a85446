import type { Time } from '../../shared/ids.ts'
import type { Failure, Result } from '../../shared/result.ts'

/** One request a venue wants made. */
export interface Read {
  /** Which of the venue's hosts. */
  readonly host: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** In the order they are sent. */
  readonly query: readonly (readonly [name: string, value: string])[]
  /** `key` sends the API key without a signature; `signed` signs as well. */
  readonly access: 'public' | 'key' | 'signed'
  /** What the request costs, by budget bucket. */
  readonly cost: Readonly<Record<string, number>>
}

/**
 * A conversation with an exchange's REST interface without any input or output of its own: it yields requests that may
 * run side by side and is resumed with their outcomes in the same order. The engine performs it.
 */
export type Plan<T> = Generator<readonly Read[], Result<T>, readonly ReadOutcome[]>

/** How much of a budget the exchange says is used, read off an answer. */
export interface BudgetReading {
  readonly bucket: string
  readonly used: number
  readonly limit: number | null
}

/**
 * What to do about a failed read: try again with back-off; measure the clock and try once more; rest the whole host
 * (`retryAfterMs` says how long); do without this one list; or stop the account until the user acts.
 */
export type Remedy = 'retry' | 'clock' | 'rest' | 'without' | 'stop'

export type ReadOutcome =
  | {
      readonly kind: 'payload'
      /** JSON as parsed; still `unknown` until the plan's schema accepts it. */
      readonly payload: unknown
      /** The exchange's time in the answer, if it states one. */
      readonly at: Time | null
      readonly budgets: readonly BudgetReading[]
    }
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      readonly remedy: Remedy
      readonly budgets: readonly BudgetReading[]
    }
