import type { HttpAnswer, HttpRequest } from '../ports/http.ts'
import type { Ports } from '../ports/ports.ts'
import type { Cancellation } from './cancellation.ts'
import { cancelled, timedOut } from './failures.ts'

/** The host port enforces the request's own timeout; this guards against a port that never resolves. */
const GUARD_MS = 5000
/** A request that was under way while the network changed has lost its way back, or answers within this. */
const CHANGED_NETWORK_MS = 4000

/** Sends once and always resolves: with the answer, or with a failure when none can be expected any more. */
export function sendGuarded(
  { clock, http, machine }: Pick<Ports, 'clock' | 'http' | 'machine'>,
  request: HttpRequest,
  cancellation: Cancellation,
): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    const guard = { stop: giveUpAfter(request.timeoutMs + GUARD_MS) }
    const stopListening = machine.onEvent((event) => {
      if (event.kind !== 'network') return
      guard.stop()
      guard.stop = giveUpAfter(CHANGED_NETWORK_MS)
    })
    const unhear = cancellation.onStop(() => finish({ kind: 'failed', failure: cancelled() }))

    function giveUpAfter(ms: number) {
      const failure = timedOut(hostOf(request.url), Math.min(ms, request.timeoutMs))
      return clock.after(ms, () => finish({ kind: 'failed', failure }))
    }
    function finish(answer: HttpAnswer): void {
      guard.stop()
      stopListening()
      unhear()
      resolve(answer)
    }
    void http.send(request).then(finish)
  })
}

function hostOf(url: string): string {
  return url.split('/')[2] ?? url
}
