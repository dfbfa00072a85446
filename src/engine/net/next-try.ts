import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'
import type { Ports } from '../ports/ports.ts'
import { backoff } from '../session/backoff.ts'

export type NextTryPorts = Pick<Ports, 'clock' | 'random' | 'machine'>

/** Everything that waited for the network comes back within this, not all at once. */
const RETURN_WITHIN_MS = 2000

/** Runs once after a back-off; sooner when the network comes back, but never sooner than the exchange asked for. */
export function waitForNextTry(
  ports: NextTryPorts,
  failures: number,
  { retryAfterMs }: Failure,
  run: () => void,
): Stop {
  const asked = retryAfterMs ?? 0
  return orWhenOnline(ports, { ms: backoff(failures, ports.random.next(), asked), atLeastMs: asked }, run)
}

/** Runs once after `ms`; sooner when the network comes back, but never sooner than after `atLeastMs`. */
export function orWhenOnline(
  { clock, random, machine }: NextTryPorts,
  wait: { readonly ms: number; readonly atLeastMs: number },
  run: () => void,
): Stop {
  const began = clock.monotonic()
  const due = { at: began + wait.ms, stop: clock.after(wait.ms, fire) }
  const stopListening = machine.onEvent((event) => {
    if (event.kind === 'network' && event.state !== 'gone') hurry()
  })

  function hurry(): void {
    const soon = Math.max(began + wait.atLeastMs, clock.monotonic() + random.next() * RETURN_WITHIN_MS)
    if (soon >= due.at) return
    due.stop()
    due.at = soon
    due.stop = clock.after(soon - clock.monotonic(), fire)
  }

  function fire(): void {
    stopListening()
    run()
  }

  return () => {
    stopListening()
    due.stop()
  }
}
