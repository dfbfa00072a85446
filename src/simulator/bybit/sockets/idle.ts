import type { Clock } from '../../../engine/ports/clock.ts'
import type { Stop } from '../../../shared/link.ts'

const USUAL = 600_000
/** Idle sockets are looked for this often, so the end comes a little late. */
const SWEEP = 30_000

/** Ends a connection whose client has said nothing for too long; protocol-level pings do not count. */
export interface Idle {
  heard(): void
  stop(): void
}

export function createIdle(clock: Clock, limit: number, end: () => void): Idle {
  let last = clock.monotonic()
  let stop: Stop = () => undefined
  const sweep = (): void => {
    if (clock.monotonic() - last >= limit) return end()
    stop = clock.after(SWEEP, sweep)
  }
  stop = clock.after(SWEEP, sweep)
  return {
    heard: () => {
      last = clock.monotonic()
    },
    stop: () => stop(),
  }
}

/** `max_active_time` of a private address: 30s to 600s, or whole minutes. */
export function idleLimit(raw: string | undefined): number {
  const match = /^(\d+)(s|m)$/.exec(raw ?? '')
  if (match === null) return USUAL
  const ms = Number(match[1]) * (match[2] === 'm' ? 60_000 : 1000)
  return Math.min(USUAL, Math.max(30_000, ms))
}
