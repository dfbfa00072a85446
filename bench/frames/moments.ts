/** What orders frames: the exchange's time and its own counter, both of which only rise. */
export interface Moments {
  /** Epoch milliseconds. */
  time(): number
  count(): number
}

/** About ten frames to a millisecond, as on a full connection. */
export function createMoments(start: number): Moments {
  const state = { count: 0 }
  return {
    time: () => start + Math.floor(state.count / 10),
    count: () => {
      state.count += 1
      return state.count
    },
  }
}
