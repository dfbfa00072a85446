const FIRST_CEILING_MS = 1000
const CEILING_MS = 30_000
/** A connection that lived this long was healthy: the next failure starts counting anew. */
export const HEALTHY_MS = 10_000

/**
 * Full jitter: anywhere between nothing and a ceiling that doubles up to 30 s, so that many connections dropped
 * together do not come back together. `chance` is in [0, 1); a wait the exchange asked for is a floor.
 */
export function backoff(attempts: number, chance: number, askedMs: number): number {
  const ceiling = Math.min(CEILING_MS, FIRST_CEILING_MS * 2 ** Math.min(attempts, 10))
  return Math.round(askedMs > 0 ? askedMs + chance * FIRST_CEILING_MS : chance * ceiling)
}

const KEEP_WAITS_MS = [5000, 15_000, 60_000] as const

/** A ticket lives for many minutes after a failed renewal, so these tries are few and calm. */
export function keepBackoff(failures: number): number {
  return KEEP_WAITS_MS[Math.min(failures, KEEP_WAITS_MS.length - 1)] ?? 60_000
}
