import type { Failure } from '../../shared/result.ts'
import { assertNever } from '../../shared/result.ts'
import type { Remedy } from '../ports/plan.ts'

/** What was already tried for one read. */
export interface Tries {
  readonly retries: number
  readonly clocks: number
  readonly rests: number
}

export type NextStep =
  | { readonly kind: 'again'; readonly waitMs: number }
  | { readonly kind: 'measure-clock' }
  | { readonly kind: 'rest'; readonly restMs: number }
  | { readonly kind: 'give-up' }

export const NOTHING_TRIED: Tries = { retries: 0, clocks: 0, rests: 0 }

const MOST_RETRIES = 3
const MOST_RESTS = 3
const FIRST_WAIT_MS = 500
const REST_WITHOUT_ADVICE_MS = 60_000
const LONGEST_RETRY_WAIT_MS = 30_000

/** Decides what follows a failed read. `chance` in [0, 1) spreads the tries of many accounts. */
export function afterFailure(remedy: Remedy, failure: Failure, tries: Tries, chance: number): NextStep {
  switch (remedy) {
    case 'retry':
      return retry(failure, tries, chance)
    case 'clock':
      return tries.clocks > 0 ? { kind: 'give-up' } : { kind: 'measure-clock' }
    case 'rest':
      return { kind: 'rest', restMs: failure.retryAfterMs ?? REST_WITHOUT_ADVICE_MS }
    case 'without':
    case 'stop':
      return { kind: 'give-up' }
    default:
      return assertNever(remedy)
  }
}

export function mayTryAgain(step: NextStep, tries: Tries): boolean {
  if (step.kind === 'give-up') return false
  return step.kind !== 'rest' || tries.rests < MOST_RESTS
}

export function counted(step: NextStep, tries: Tries): Tries {
  switch (step.kind) {
    case 'again':
      return { ...tries, retries: tries.retries + 1 }
    case 'measure-clock':
      return { ...tries, clocks: tries.clocks + 1 }
    case 'rest':
      return { ...tries, rests: tries.rests + 1 }
    case 'give-up':
      return tries
    default:
      return assertNever(step)
  }
}

function retry(failure: Failure, tries: Tries, chance: number): NextStep {
  const asked = failure.retryAfterMs ?? 0
  if (tries.retries >= MOST_RETRIES || asked > LONGEST_RETRY_WAIT_MS) return { kind: 'give-up' }
  const ceiling = FIRST_WAIT_MS * 2 ** tries.retries
  return { kind: 'again', waitMs: Math.max(asked, Math.round(ceiling * (0.5 + chance / 2))) }
}
