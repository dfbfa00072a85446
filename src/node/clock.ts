import { uptime } from 'node:os'
import type { Clock, ClockJump } from '../engine/ports/clock.ts'
import type { Log } from '../engine/ports/log.ts'
import type { Stop } from '../shared/link.ts'
import { judgeBeat, type ClockSample } from './clock-jump.ts'

const BEAT_MS = 1000
/** Node's timers count in 32 bits; a longer wait is made of several. */
const LONGEST_TIMER_MS = 2 ** 31 - 1
/** A wake-up the host reports this soon after the heartbeat saw one is the same. */
const SAME_WAKE_MS = 10_000

export interface NodeClock extends Clock {
  /** For a host that hears of wake-ups from the system; one that the heartbeat saw as well is told once. */
  reportJump(kind: ClockJump['kind'], byMs: number): void
  /** Ends the heartbeat and every timer still waiting; one set afterwards runs. */
  stop(): void
}

interface ClockOptions {
  readonly log?: Log
  /** Read for jump detection; replaced in tests. */
  readonly sample?: () => ClockSample
}

export function createNodeClock({ log, sample = readClocks }: ClockOptions = {}): NodeClock {
  const takers = new Set<(jump: ClockJump) => void>()
  const waiting = new Set<Stop>()
  const last = { sample: sample(), sleepTold: -Infinity }

  function tell(jump: ClockJump): void {
    if (jump.kind === 'sleep') last.sleepTold = performance.now()
    log?.warn('clock jumped', { kind: jump.kind, byMs: jump.byMs })
    for (const take of [...takers]) take(jump)
  }

  function beat(): void {
    const now = sample()
    const jumps = judgeBeat(last.sample, now, BEAT_MS)
    last.sample = now
    jumps.forEach(tell)
  }

  const heartbeat = setInterval(beat, BEAT_MS)
  heartbeat.unref()

  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    after: (ms, run) => wait(waiting, performance.now() + ms, run),
    onJump: (take) => {
      takers.add(take)
      return () => void takers.delete(take)
    },
    reportJump: (kind, byMs) => {
      if (kind === 'sleep' && performance.now() - last.sleepTold < SAME_WAKE_MS) return
      last.sample = sample()
      tell({ kind, byMs: Math.round(byMs) })
    },
    stop: () => {
      clearInterval(heartbeat)
      for (const stop of [...waiting]) stop()
    },
  }
}

function readClocks(): ClockSample {
  return { wall: Date.now(), monotonic: performance.now(), uptime: uptime() * 1000 }
}

function wait(waiting: Set<Stop>, due: number, run: () => void): Stop {
  const current: { timer?: NodeJS.Timeout } = {}
  const stop = () => {
    clearTimeout(current.timer)
    waiting.delete(stop)
  }
  const step = () => {
    const left = due - performance.now()
    current.timer = left > LONGEST_TIMER_MS ? setTimeout(step, LONGEST_TIMER_MS) : setTimeout(fire, Math.max(0, left))
  }
  const fire = () => {
    waiting.delete(stop)
    run()
  }
  waiting.add(stop)
  step()
  return stop
}
