import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'

/** SQLite runs on the thread that also hears the exchange: anything longer than this is worth a line in the log. */
const SLOW_MS = 40

/** Runs a statement and logs its name, never its values, when it was slow. */
export type Timed = <T>(what: string, run: () => T) => T

export function createTimed(clock: Pick<Clock, 'monotonic'>, log: Log): Timed {
  return (what, run) => {
    const from = clock.monotonic()
    try {
      return run()
    } finally {
      const ms = Math.round(clock.monotonic() - from)
      if (ms > SLOW_MS) log.warn('slow statement', { what, ms })
    }
  }
}
