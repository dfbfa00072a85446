import type { Clock } from '../../../engine/ports/clock.ts'
import type { Stop } from '../../../shared/link.ts'
import type { Line } from '../../lines.ts'

/** How long things last on a connection, in milliseconds; compressible for tests and demonstrations. */
export interface ConnectionPace {
  readonly pingEvery: number
  readonly pongWithin: number
  readonly longest: number
  /** Messages and control frames a client may send in any one second. */
  readonly messagesPerSecond: number
}

/** The venue's own rhythm ("Websocket Market Streams": ping 3 min, pong 10 min, 24 h, 10 messages a second). */
export const venuePace: ConnectionPace = {
  pingEvery: 180_000,
  pongWithin: 600_000,
  longest: 86_400_000,
  messagesPerSecond: 10,
}

export interface ConnectionLife {
  ponged(): void
  /** Counts one incoming frame; false when it was one too many and the connection is being closed. */
  allows(): boolean
  stop(): void
}

/** Pings a client, drops one that stays silent, hangs up after a day, and closes one that talks too much. */
export function createConnectionLife(
  clock: Clock,
  line: Pick<Line, 'ping' | 'close' | 'terminate'>,
  pace: ConnectionPace,
): ConnectionLife {
  const stops = new Map<'ping' | 'pong' | 'age', Stop>()
  let recent: readonly number[] = []

  function set(name: 'ping' | 'pong' | 'age', ms: number, run: () => void): void {
    stops.get(name)?.()
    stops.set(name, clock.after(ms, run))
  }
  function ping(): void {
    line.ping()
    set('ping', pace.pingEvery, ping)
  }
  function awaitPong(): void {
    set('pong', pace.pongWithin, () => end(() => line.terminate()))
  }
  function stop(): void {
    for (const cancel of stops.values()) cancel()
    stops.clear()
  }
  function end(leave: () => void): void {
    stop()
    leave()
  }

  set('ping', pace.pingEvery, ping)
  set('age', pace.longest, () => end(() => line.close(1001, '')))
  awaitPong()
  return {
    ponged: awaitPong,
    allows() {
      const now = clock.monotonic()
      recent = [...recent.filter((at) => now - at < 1000), now]
      if (recent.length <= pace.messagesPerSecond) return true
      end(() => line.close(1008, 'Too many requests'))
      return false
    },
    stop,
  }
}
