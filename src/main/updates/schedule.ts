import type { Clock } from '../../engine/ports/clock.ts'
import type { Random } from '../../engine/ports/random.ts'
import type { Stop } from '../../shared/link.ts'

const FIRST_MS = 5_000
const DAY_MS = 86_400_000
/** Until another look after one that failed: a computer started offline should not wait for tomorrow. */
const RETRY_MS = 3_600_000
/** Added by chance, so that not everybody asks at the same moment. */
const FIRST_SPREAD_MS = 10_000
const SPREAD = 0.1

/**
 * Looks shortly after the start, then daily. A computer that slept looks when it is awake and the day is over. `look`
 * answers whether it came to something.
 */
export function scheduleChecks(clock: Clock, random: Random, look: () => Promise<'done' | 'failed'>): Stop {
  const current = { due: 0, cancel: (): void => undefined, stopped: false }

  function plan(ms: number): void {
    current.cancel()
    current.due = clock.now() + ms
    current.cancel = clock.after(ms, () => void run())
  }

  async function run(): Promise<void> {
    const came = await look()
    if (!current.stopped) plan((came === 'done' ? DAY_MS : RETRY_MS) * (1 + SPREAD * random.next()))
  }

  const soon = () => FIRST_MS + FIRST_SPREAD_MS * random.next()
  plan(soon())
  const unhear = clock.onJump(() => plan(Math.max(soon(), Math.min(DAY_MS, current.due - clock.now()))))
  return () => {
    current.stopped = true
    current.cancel()
    unhear()
  }
}
