import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'

/** Tells running work that nobody waits for it any more. */
export interface Cancellation {
  readonly stopped: boolean
  /** Runs at once when already stopped. */
  onStop(run: () => void): Stop
}

export interface Canceller extends Cancellation {
  stop(): void
}

export function createCanceller(): Canceller {
  const listeners = new Set<() => void>()
  const state = { stopped: false }
  return {
    get stopped() {
      return state.stopped
    },
    onStop: (run) => {
      if (state.stopped) run()
      else listeners.add(run)
      return () => void listeners.delete(run)
    },
    stop: () => {
      state.stopped = true
      const waiting = [...listeners]
      listeners.clear()
      for (const run of waiting) run()
    },
  }
}

/** Resolves after `ms`, or as soon as the work is cancelled. */
export function pause(clock: Clock, ms: number, cancellation: Cancellation): Promise<void> {
  if (ms <= 0 || cancellation.stopped) return Promise.resolve()
  return new Promise((resolve) => {
    const unhear = cancellation.onStop(() => {
      stopTimer()
      resolve()
    })
    const stopTimer = clock.after(ms, () => {
      unhear()
      resolve()
    })
  })
}
