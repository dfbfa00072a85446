import { onTestFinished } from 'vitest'
import type { Clock } from '../../engine/ports/clock.ts'

/** A clock that runs so many times faster than the real one, for waits of hours between things that really happen. */
export function createHurriedClock(times: number, start = 1_795_000_000_000): Clock {
  const begun = performance.now()
  const timers = new Set<NodeJS.Timeout>()
  const monotonic = (): number => (performance.now() - begun) * times
  onTestFinished(() => timers.forEach(clearTimeout))
  return {
    now: () => Math.round(start + monotonic()),
    monotonic,
    after: (ms, run) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        run()
      }, ms / times)
      timers.add(timer)
      return () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
    },
    onJump: () => () => undefined,
  }
}
