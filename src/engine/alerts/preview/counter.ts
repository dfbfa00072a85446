import type { Decimal } from '../../../shared/decimal.ts'
import type { Time } from '../../../shared/ids.ts'
import type { RuleState } from '../../ports/alert-store.ts'
import { cross, type Line } from '../crossing.ts'

/** One figure of the past. */
export interface Sample {
  readonly at: Time
  readonly value: Decimal
}

/** Counts how often something would have been told, and remembers when it would have been lately. */
export interface Tally {
  fired(at: Time): void
  readonly times: number
  /** Newest first, 20 at most. */
  readonly newest: readonly Time[]
}

const MOST_NEWEST = 20

export function createTally(): Tally {
  const moments: Time[] = []
  return {
    fired: (at) => void moments.push(at),
    get times() {
      return moments.length
    },
    get newest() {
      return [...moments].sort((a, b) => b - a).slice(0, MOST_NEWEST)
    },
  }
}

/** Holds a figure of one subject against the line as the watch does, oldest first: hysteresis, cool-down and all. */
export function createCrossingCounter(line: Line, tally: Tally): (sample: Sample) => void {
  const kept: { state: RuleState | null } = { state: null }
  return ({ at, value }) => {
    const words = { subject: '', account: null, instrument: null, words: {} }
    const { state, outcome } = cross('', kept.state, { ...words, value, freshness: 'fresh', at }, line, at)
    kept.state = state
    if (outcome.kind === 'fired') tally.fired(at)
  }
}
