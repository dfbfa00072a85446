import type { Time } from '../../shared/ids.ts'
import type { Clock, ClockJump } from '../ports/clock.ts'

/** A clock that only moves when a test says so. Timers run in the order they are due, equal ones in the order set. */
export interface ManualClock extends Clock {
  /** Moves wall and monotonic time on, running due timers; promise continuations wait until the test awaits. */
  advance(ms: number): void
  /** Like `advance`, letting every promise continuation settle before the first timer and after each one. */
  pass(ms: number): Promise<void>
  /** Lets promise continuations run without moving time. */
  settle(): Promise<void>
  /** Moves the wall clock alone and tells of it: a sleep gained time unlived, a step was somebody's hand. */
  jump(byMs: number, kind?: ClockJump['kind']): void
  /** Moves the wall clock alone, and nobody noticed it yet. */
  slip(byMs: number): void
  /** Runs timers, however far off, until none waits; throws after `limit` of them, for work that renews itself. */
  runAll(limit?: number): Promise<void>
  /** How many timers wait: nothing may be left after everything was stopped. */
  readonly waiting: number
}

interface Timer {
  readonly due: number
  readonly run: () => void
}

export function createManualClock(start: Time): ManualClock {
  const timers: Timer[] = []
  const jumps = new Set<(jump: ClockJump) => void>()
  const time = { monotonic: 0, wall: start }

  function moveTo(monotonic: number): void {
    time.wall += monotonic - time.monotonic
    time.monotonic = monotonic
  }

  function runNext(until: number): boolean {
    const next = timers[0]
    if (next === undefined || next.due > until) return false
    timers.shift()
    moveTo(Math.max(next.due, time.monotonic))
    next.run()
    return true
  }

  async function pass(ms: number): Promise<void> {
    const until = time.monotonic + ms
    await settle()
    while (runNext(until)) await settle()
    moveTo(until)
  }

  return {
    now: () => time.wall,
    monotonic: () => time.monotonic,
    after: (ms, run) => schedule(timers, { due: time.monotonic + Math.max(0, ms), run }),
    onJump: (take) => {
      jumps.add(take)
      return () => void jumps.delete(take)
    },
    advance: (ms) => {
      const until = time.monotonic + ms
      while (runNext(until));
      moveTo(until)
    },
    pass,
    settle,
    jump: (byMs, kind = 'step') => {
      time.wall += byMs
      for (const take of [...jumps]) take({ kind, byMs })
    },
    slip: (byMs) => {
      time.wall += byMs
    },
    runAll: async (limit = 10_000) => {
      await settle()
      for (let ran = 0; runNext(Infinity); ran += 1) {
        if (ran === limit) throw new Error(`Timers still wait after ${limit} ran`)
        await settle()
      }
    },
    get waiting() {
      return timers.length
    },
  }
}

function schedule(timers: Timer[], timer: Timer): () => void {
  const place = timers.findIndex((other) => other.due > timer.due)
  timers.splice(place < 0 ? timers.length : place, 0, timer)
  return () => {
    const index = timers.indexOf(timer)
    if (index >= 0) timers.splice(index, 1)
  }
}

/** An immediate runs only once the queue of promise continuations is empty. */
function settle(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
