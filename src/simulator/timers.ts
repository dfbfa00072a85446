import type { Clock } from '../engine/ports/clock.ts'
import type { Stop } from '../shared/link.ts'

/** Timers that are all stopped together. */
export interface Timers {
  after(ms: number, run: () => void): void
  stop(): void
}

export function createTimers(clock: Clock): Timers {
  const waiting = new Set<Stop>()
  return {
    after: (ms, run) => {
      const stop = clock.after(ms, () => {
        waiting.delete(stop)
        run()
      })
      waiting.add(stop)
    },
    stop: () => {
      for (const stop of waiting) stop()
      waiting.clear()
    },
  }
}
