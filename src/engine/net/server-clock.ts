import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Result } from '../../shared/result.ts'
import type { Clock, ClockJump } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'

/** One reading of the exchange's clock; `sentAt` and `heardAt` are our monotonic moments around it. */
export interface TimeSample {
  readonly server: Time
  readonly sentAt: number
  readonly heardAt: number
}

/** The exchange's time as we estimate it. */
export interface ServerClock {
  now(): Time
  /** For signing: a little in the past, because exchanges forgive a late request and refuse one from the future. */
  signingNow(): Time
  /** Milliseconds by which this computer's clock is behind; null before the first measurement. */
  offset(): number | null
  /** Measures now; callers that come while a measurement runs share it. Answers whether it succeeded. */
  measure(): Promise<boolean>
  start(): void
  stop(): void
}

interface Reference {
  readonly server: Time
  readonly monotonic: number
  readonly roundTripMs: number
}

const SAMPLES = 3
const REMEASURE_MS = 10 * 60_000
const RETRY_MS = 60_000
const SIGNING_BIAS_MS = 150

export function createServerClock(
  ports: { readonly clock: Clock; readonly log: Log },
  sample: () => Promise<Result<TimeSample>>,
): ServerClock {
  const { clock, log } = ports
  const state: { reference: Reference | null; running: Promise<boolean> | null; live: boolean } = {
    reference: null,
    running: null,
    live: false,
  }
  const stops: { timer: Stop; jump: Stop } = { timer: () => undefined, jump: () => undefined }

  function now(): Time {
    if (state.reference === null) return clock.now()
    return Math.round(state.reference.server + clock.monotonic() - state.reference.monotonic)
  }

  function measure(): Promise<boolean> {
    state.running ??= measureOnce().finally(() => {
      state.running = null
    })
    return state.running
  }

  async function measureOnce(): Promise<boolean> {
    const best = await bestOf(sample)
    if (best !== null) state.reference = best
    else log.warn('server time could not be measured', {})
    if (state.live) schedule(best === null ? RETRY_MS : REMEASURE_MS)
    return best !== null
  }

  function schedule(ms: number): void {
    stops.timer()
    stops.timer = clock.after(ms, () => void measure())
  }

  function jumped(jump: ClockJump): void {
    // Monotonic time stands still in a sleep on some systems, so the exchange's clock went on by as much as ours.
    if (jump.kind === 'sleep' && state.reference !== null)
      state.reference = { ...state.reference, server: state.reference.server + jump.byMs }
    void measure()
  }

  return {
    now,
    signingNow: () => now() - SIGNING_BIAS_MS,
    offset: () => (state.reference === null ? null : now() - clock.now()),
    measure,
    start: () => {
      if (state.live) return
      state.live = true
      stops.jump = clock.onJump(jumped)
      void measure()
    },
    stop: () => {
      state.live = false
      stops.timer()
      stops.jump()
    },
  }
}

/** Of several samples the one with the shortest way there and back bounds the error best. */
async function bestOf(sample: () => Promise<Result<TimeSample>>): Promise<Reference | null> {
  let best: Reference | null = null
  for (let taken = 0; taken < SAMPLES; taken += 1) {
    const result = await sample()
    if (!result.ok) continue
    const reference = toReference(result.value)
    if (best === null || reference.roundTripMs < best.roundTripMs) best = reference
  }
  return best
}

/** The exchange read its clock somewhere on the way; the middle errs by half the round trip at most. */
function toReference({ server, sentAt, heardAt }: TimeSample): Reference {
  return { server, monotonic: (sentAt + heardAt) / 2, roundTripMs: heardAt - sentAt }
}
