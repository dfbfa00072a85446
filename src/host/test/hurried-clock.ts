import { onTestFinished } from 'vitest'
import type { Clock, ClockJump } from '../../engine/ports/clock.ts'

/** So late a timer looks like a sleep. */
const STALLED_MS = 30_000

/** A clock that runs so many times faster than the real one, for waits of hours between things that really happen. */
export function createHurriedClock(times: number, start = 1_795_000_000_000): Clock {
  const begun = performance.now()
  const timers = new Set<NodeJS.Timeout>()
  const takers = new Set<(jump: ClockJump) => void>()
  const monotonic = (): number => (performance.now() - begun) * times
  onTestFinished(() => timers.forEach(clearTimeout))
  return {
    now: () => Math.round(start + monotonic()),
    monotonic,
    after: (ms, run) => {
      const due = monotonic() + ms
      const timer = setTimeout(() => {
        timers.delete(timer)
        // A moment of the real clock is minutes of this one: whoever wonders hears that nobody slept.
        if (monotonic() - due > STALLED_MS) for (const take of [...takers]) take({ kind: 'step', byMs: 0 })
        run()
      }, ms / times)
      timers.add(timer)
      return () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
    },
    onJump: (take) => {
      takers.add(take)
      return () => void takers.delete(take)
    },
  }
}
