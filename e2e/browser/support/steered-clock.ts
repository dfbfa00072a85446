import type { Clock, ClockJump } from '../../../src/engine/ports/clock.ts'
import { createNodeClock } from '../../../src/node/clock.ts'

/** The clocks of a computer and of the exchange far away, over one real clock. */
export interface SteeredClocks {
  /** The clock of the computer that Tidemark runs on. */
  readonly machine: Clock
  /** The exchange's: a computer that sleeps does not stop it, a clock that is moved does not move it. */
  readonly world: Clock
  /** Time passes for everybody, faster than it does: whatever falls due within it happens on the way, in order. */
  pass(ms: number): Promise<void>
  /** As `pass`, but in one stride and without a moment to answer: for whoever keeps step with another process. */
  hurry(ms: number): void
  /** As if the computer had slept: hours pass, and nothing of ours lives through them. */
  sleep(ms: number): void
  /** As if somebody had set the computer's clock. */
  step(ms: number): void
  stop(): void
}

interface Timer {
  readonly due: number
  readonly run: () => void
  stop: () => void
}

/** In such strides time is hurried on, longer ones when much has to pass; after each, real sockets get a moment to answer. */
const STRIDE_MS = 500
const MOST_STRIDES = 200
const BREATH_MS = 12

export function createSteeredClocks(): SteeredClocks {
  const real = createNodeClock()
  const timers = new Set<Timer>()
  const takers = new Set<(jump: ClockJump) => void>()
  const ahead = { hurried: 0, slept: 0, stepped: 0 }
  const monotonic = (): number => real.monotonic() + ahead.hurried
  const worldNow = (): number => real.now() + Math.round(ahead.hurried + ahead.slept)

  function arm(timer: Timer): void {
    timer.stop = real.after(Math.max(0, timer.due - monotonic()), () => {
      timers.delete(timer)
      timer.run()
    })
  }

  function after(ms: number, run: () => void): () => void {
    const timer: Timer = { due: monotonic() + ms, run, stop: () => undefined }
    timers.add(timer)
    arm(timer)
    return () => {
      timers.delete(timer)
      timer.stop()
    }
  }

  function hurry(ms: number): void {
    ahead.hurried += ms
    for (const timer of [...timers].sort((a, b) => a.due - b.due)) {
      timer.stop()
      arm(timer)
    }
  }

  async function pass(ms: number): Promise<void> {
    const stride = Math.max(STRIDE_MS, ms / MOST_STRIDES)
    for (let left = ms; left > 0; left -= stride) {
      hurry(Math.min(left, stride))
      await new Promise<void>((resolve) => void real.after(BREATH_MS, resolve))
    }
  }

  function tell(jump: ClockJump): void {
    for (const take of [...takers]) take(jump)
  }

  return {
    machine: {
      monotonic,
      after,
      now: () => worldNow() + ahead.stepped,
      onJump: (take) => {
        takers.add(take)
        return () => void takers.delete(take)
      },
    },
    world: { monotonic, after, now: worldNow, onJump: () => () => undefined },
    pass,
    hurry,
    sleep: (ms) => {
      ahead.slept += ms
      tell({ kind: 'sleep', byMs: ms })
    },
    step: (ms) => {
      ahead.stepped += ms
      tell({ kind: 'step', byMs: ms })
    },
    stop: () => real.stop(),
  }
}
