/** `ask`: it would only crash again, so the user decides. */
export type AfterCrash = 'rebuild' | 'ask'

const WINDOW_MS = 60_000
const MOST_CRASHES = 3

/** What to do about a page that crashes now, given when it did before, in milliseconds that never go back. */
export function judgeCrash(earlier: readonly number[], now: number): AfterCrash {
  return earlier.filter((at) => now - at < WINDOW_MS).length < MOST_CRASHES ? 'rebuild' : 'ask'
}

/** Processes also end as they should; that is no crash. */
export function isCrash(reason: string): boolean {
  return reason !== 'clean-exit'
}
