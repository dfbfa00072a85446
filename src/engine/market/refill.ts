import type { Stop } from '../../shared/link.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { waitForNextTry, type NextTryPorts } from '../net/next-try.ts'

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
  readonly ports: NextTryPorts
  readonly pace: RefillPace
  readonly read: () => Promise<Result<unknown>>
  running: boolean
  asked: boolean
  failures: number
  lastAt: number
  stopped: boolean
  timer: { readonly at: number; readonly stop: Stop } | null
}

export function createRefill(ports: NextTryPorts, pace: RefillPace, read: () => Promise<Result<unknown>>): Refill {
  const idle = { running: false, asked: false, failures: 0, lastAt: -Infinity, stopped: false, timer: null }
  const filling: Filling = { ports, pace, read, ...idle }
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
  const { clock } = filling.ports
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
  filling.lastAt = filling.ports.clock.monotonic()
  const result = await filling.read()
  filling.running = false
  filling.failures = result.ok ? 0 : filling.failures + 1
  planNext(filling, result)
}

function planNext(filling: Filling, result: Result<unknown>): void {
  const { pace } = filling
  const calm = filling.lastAt + pace.atMostEveryMs
  if (!result.ok) retry(filling, result.failure)
  else if (filling.asked) schedule(filling, pace.gatherMs, calm)
  else if (pace.everyMs !== null) schedule(filling, pace.everyMs, calm)
}

/** Planned for this very moment as far as others are concerned: nothing they ask for comes sooner. */
function retry(filling: Filling, why: Failure): void {
  if (filling.stopped) return
  const stop = waitForNextTry(filling.ports, filling.failures, why, () => void run(filling))
  filling.timer = { at: filling.ports.clock.monotonic(), stop }
}
