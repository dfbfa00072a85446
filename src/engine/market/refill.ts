import type { Stop } from '../../shared/link.ts'
import type { Result } from '../../shared/result.ts'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import { backoff } from '../session/backoff.ts'

/** A read that many may ask for: they are gathered into one, it is not made too often, and it is retried until it works. */
export interface Refill {
  ask(): void
  stop(): void
}

export interface RefillPace {
  readonly gatherMs: number
  readonly atMostEveryMs: number
  /** It is made of itself this long after it last worked. Null: only when asked for. */
  readonly everyMs: number | null
}

interface Filling {
  readonly clock: Clock
  readonly random: Random
  readonly pace: RefillPace
  readonly read: () => Promise<Result<unknown>>
  running: boolean
  asked: boolean
  failures: number
  lastAt: number
  stopped: boolean
  timer: { readonly at: number; readonly stop: Stop } | null
}

export function createRefill(
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  pace: RefillPace,
  read: () => Promise<Result<unknown>>,
): Refill {
  const idle = { running: false, asked: false, failures: 0, lastAt: -Infinity, stopped: false, timer: null }
  const filling: Filling = { clock, random, pace, read, ...idle }
  return {
    ask: () => {
      filling.asked = true
      // A failed read is waiting for its turn already; asking again must not hurry it.
      if (filling.failures === 0) schedule(filling, pace.gatherMs, filling.lastAt + pace.atMostEveryMs)
    },
    stop: () => {
      filling.stopped = true
      filling.timer?.stop()
      filling.timer = null
    },
  }
}

/** The earlier of what is planned and what is asked for now; `notBefore` keeps it from coming too soon. */
function schedule(filling: Filling, ms: number, notBefore: number): void {
  const { clock } = filling
  if (filling.running || filling.stopped) return
  const at = Math.max(clock.monotonic() + ms, notBefore)
  if (filling.timer !== null && filling.timer.at <= at) return
  filling.timer?.stop()
  const stop = clock.after(at - clock.monotonic(), () => void run(filling))
  filling.timer = { at, stop }
}

async function run(filling: Filling): Promise<void> {
  filling.timer = null
  filling.asked = false
  filling.running = true
  filling.lastAt = filling.clock.monotonic()
  const result = await filling.read()
  filling.running = false
  filling.failures = result.ok ? 0 : filling.failures + 1
  planNext(filling, result)
}

function planNext(filling: Filling, result: Result<unknown>): void {
  const { pace, random, failures } = filling
  const calm = filling.lastAt + pace.atMostEveryMs
  if (!result.ok) schedule(filling, backoff(failures, random.next(), result.failure.retryAfterMs ?? 0), 0)
  else if (filling.asked) schedule(filling, pace.gatherMs, calm)
  else if (pace.everyMs !== null) schedule(filling, pace.everyMs, calm)
}
