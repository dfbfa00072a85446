import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Result } from '../../shared/result.ts'
import type { ClockJump } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { orWhenOnline, type NextTryPorts } from './next-try.ts'

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

type ClockPorts = NextTryPorts & { readonly log: Log }
type Sample = () => Promise<Result<TimeSample>>

interface Hand {
  readonly ports: ClockPorts
  readonly sample: Sample
  reference: Reference | null
  running: Promise<boolean> | null
  live: boolean
  jumps: number
  stopTimer: Stop
  stopJump: Stop
}

export function createServerClock(ports: ClockPorts, sample: Sample): ServerClock {
  const nothing = (): void => undefined
  const rest = { reference: null, running: null, live: false, jumps: 0, stopTimer: nothing, stopJump: nothing }
  const hand: Hand = { ports, sample, ...rest }
  return {
    now: () => timeOf(hand),
    signingNow: () => timeOf(hand) - SIGNING_BIAS_MS,
    offset: () => (hand.reference === null ? null : timeOf(hand) - ports.clock.now()),
    measure: () => measure(hand),
    start: () => {
      if (hand.live) return
      hand.live = true
      hand.stopJump = ports.clock.onJump((jump) => jumped(hand, jump))
      void measure(hand)
    },
    stop: () => {
      hand.live = false
      hand.stopTimer()
      hand.stopJump()
    },
  }
}

function timeOf({ ports, reference }: Hand): Time {
  if (reference === null) return ports.clock.now()
  return Math.round(reference.server + ports.clock.monotonic() - reference.monotonic)
}

function measure(hand: Hand): Promise<boolean> {
  hand.running ??= measureOnce(hand).finally(() => {
    hand.running = null
  })
  return hand.running
}

async function measureOnce(hand: Hand): Promise<boolean> {
  const { jumps } = hand
  const best = await bestOf(hand.sample)
  // A sample taken across a jump measured the jump, not the way there and back.
  if (hand.jumps !== jumps) return measureOnce(hand)
  if (best !== null) hand.reference = best
  else hand.ports.log.warn('server time could not be measured')
  if (hand.live) schedule(hand, best === null ? 'failed' : 'measured')
  return best !== null
}

function schedule(hand: Hand, last: 'measured' | 'failed'): void {
  const again = (): void => void measure(hand)
  hand.stopTimer()
  hand.stopTimer =
    last === 'measured'
      ? hand.ports.clock.after(REMEASURE_MS, again)
      : orWhenOnline(hand.ports, { ms: RETRY_MS, atLeastMs: 0 }, again)
}

function jumped(hand: Hand, jump: ClockJump): void {
  hand.jumps += 1
  // Monotonic time stands still in a sleep on some systems, so the exchange's clock went on by as much as ours.
  if (jump.kind === 'sleep' && hand.reference !== null)
    hand.reference = { ...hand.reference, server: hand.reference.server + jump.byMs }
  void measure(hand)
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
