import type { Time } from '../../shared/ids.ts'
import type { Coverage } from '../ports/store.ts'

/** How far back a list of history can be read, and in which portions. */
export interface HistoryReach {
  readonly windowMs: number
  readonly from: Time
  readonly to: Time
}

/** Facts may become readable a little later than they happened, so the last proven minute is read once more. */
export const OVERLAP_MS = 60_000

/** The stretches between two moments that no coverage proves, oldest first. */
export function unproven(coverage: readonly Coverage[], from: Time, to: Time): readonly Coverage[] {
  const gaps: Coverage[] = []
  let next = from
  for (const stretch of [...coverage].sort((a, b) => a.from - b.from)) {
    if (stretch.from > next) gaps.push({ from: next, to: Math.min(stretch.from - 1, to) })
    next = Math.max(next, stretch.to + 1)
  }
  if (next <= to) gaps.push({ from: next, to })
  return gaps.filter((gap) => gap.from <= gap.to)
}

/** The next portion to read: the newest that is not proven, reaching a little into what is; null when all is. */
export function nextWindow(coverage: readonly Coverage[], reach: HistoryReach): Coverage | null {
  const gap = unproven(coverage, reach.from, reach.to).at(-1)
  if (gap === undefined) return null
  const follows = coverage.some(({ to }) => to === gap.from - 1)
  const begin = follows ? Math.max(gap.from - OVERLAP_MS, reach.from) : gap.from
  return { from: Math.max(begin, gap.to - reach.windowMs + 1), to: gap.to }
}
