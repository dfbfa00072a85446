/** Chance that repeats itself: the same seed draws the same numbers, so two runs handle the same frames. */
export interface Draw {
  /** From 0 to just under 1. */
  next(): number
  whole(below: number): number
}

export function createDraw(seed: number): Draw {
  const state = { value: seed >>> 0 }
  // Numerical Recipes' congruential generator; its quality is ample for choosing symbols and digits.
  const next = (): number => {
    state.value = (Math.imul(state.value, 1664525) + 1013904223) >>> 0
    return state.value / 2 ** 32
  }
  return { next, whole: (below) => Math.floor(next() * below) }
}
