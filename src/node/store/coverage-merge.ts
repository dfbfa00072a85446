import type { Coverage } from '../../engine/ports/store.ts'

/** What a new stretch does to those already proven: `gone` are swallowed by `merged`. */
export interface Merge {
  readonly gone: readonly Coverage[]
  readonly merged: Coverage
}

/** Moments are whole milliseconds and both ends inclusive, so 5 and 6 touch. */
export function mergeStretch(proven: readonly Coverage[], stretch: Coverage): Merge {
  const gone = proven.filter((other) => other.from <= stretch.to + 1 && stretch.from <= other.to + 1)
  const all = [...gone, stretch]
  return {
    gone,
    merged: { from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) },
  }
}
