import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'

/** Lets many accounts behind one address start one after another instead of all at once. */
export interface Stagger {
  /** Runs `start` when its turn comes: the first at once, each further one after the spacing and some jitter. */
  turn(start: () => void): Stop
}

const SPACING_MS = 400
/** A starting account spends roughly a twentieth of an address budget; above this it would crowd out the others. */
const BUSY = 0.6
const BUSY_WAIT_MS = 1000

export function createStagger(
  ports: { readonly clock: Clock; readonly random: Random },
  /** The fullest budget now, as a fraction of its limit. */
  load: () => number,
): Stagger {
  const { clock, random } = ports
  const next = { at: -Infinity }

  function takePlace(): number {
    const at = Math.max(clock.monotonic(), next.at)
    next.at = at + SPACING_MS * (1 + random.next())
    return at - clock.monotonic()
  }

  function turn(start: () => void): Stop {
    const timer: { stop: Stop } = { stop: () => undefined }
    const attempt = (): void => {
      if (load() < BUSY) start()
      else timer.stop = clock.after(BUSY_WAIT_MS * (1 + random.next()), attempt)
    }
    timer.stop = clock.after(takePlace(), attempt)
    return () => timer.stop()
  }

  return { turn }
}
