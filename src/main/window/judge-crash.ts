/** What ended: the page's own process, or another of Chromium's that the page needs (graphics, network). */
export type Crashed = 'page' | 'helper'

export type AfterCrash =
  | 'rebuild'
  /** It would only crash again: the user decides. */
  | 'ask'
  /** Chromium replaces its helpers by itself; the page stays as it is. */
  | 'leave'

const WINDOW_MS = 60_000
const MOST_PAGE_CRASHES = 3
const MOST_HELPER_CRASHES = 1

/** What to do about a crash now, given when earlier ones of its kind were, in milliseconds that never go back. */
export function judgeCrash(crashed: Crashed, earlier: readonly number[], now: number): AfterCrash {
  const recent = earlier.filter((at) => now - at < WINDOW_MS).length
  if (crashed === 'helper') return recent < MOST_HELPER_CRASHES ? 'rebuild' : 'leave'
  return recent < MOST_PAGE_CRASHES ? 'rebuild' : 'ask'
}

/** Processes also end as they should; that is no crash. */
export function isCrash(reason: string): boolean {
  return reason !== 'clean-exit'
}
