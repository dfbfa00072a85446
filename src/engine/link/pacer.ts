import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'

interface Pacer {
  /** Something may be worth a frame. */
  wake(): void
  acknowledge(seq: number): void
  stop: Stop
}

/**
 * Lets a frame out at most every `frameMs`, and none while the last is unacknowledged: a hidden or slow page costs
 * nothing and holds nothing up.
 * @param emit sends a frame with this sequence number if there is anything to say, and tells whether it did
 */
export function createPacer(clock: Clock, frameMs: number, emit: (seq: number) => boolean): Pacer {
  const state = { seq: 0, acknowledged: 0, lastAt: -Infinity, waiting: null as Stop | null }

  function fire(): void {
    state.waiting = null
    if (state.acknowledged < state.seq) return
    if (!emit(state.seq + 1)) return
    state.seq += 1
    state.lastAt = clock.monotonic()
  }

  function wake(): void {
    if (state.waiting !== null || state.acknowledged < state.seq) return
    state.waiting = clock.after(Math.max(0, state.lastAt + frameMs - clock.monotonic()), fire)
  }

  return {
    wake,
    acknowledge: (seq) => {
      if (seq !== state.seq) return
      state.acknowledged = seq
      wake()
    },
    stop: () => {
      state.waiting?.()
      state.waiting = null
    },
  }
}
