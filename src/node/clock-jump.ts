import type { ClockJump } from '../engine/ports/clock.ts'

/** Three clocks read at one moment, in milliseconds. */
export interface ClockSample {
  /** The wall clock; somebody may set it. */
  readonly wall: number
  /** Never goes back; stands still while the machine sleeps on Linux, runs on through sleep on Windows. */
  readonly monotonic: number
  /** Since the machine started, sleep included; may be as coarse as a second. */
  readonly uptime: number
}

/** A heartbeat this much later than due means that nothing of ours ran: sleep, or a stopped process. */
const LATE_MS = 5000
/** Uptime may be coarse, so it must lead by this much before it counts as sleep. */
const ASLEEP_MS = 2500
/** A wall clock that drifts from the others by more than this was set. */
const STEP_MS = 1000

/**
 * What happened between two heartbeats that were `beat` milliseconds apart in plan. First time that nobody lived
 * through, then what the wall clock gained or lost beyond it.
 */
export function judgeBeat(before: ClockSample, after: ClockSample, beat: number): readonly ClockJump[] {
  const monotonic = after.monotonic - before.monotonic
  const uptime = after.uptime - before.uptime
  const asleep = uptime - monotonic > ASLEEP_MS
  const passed = asleep ? uptime : monotonic
  const unlived = passed - (asleep ? Math.min(monotonic, beat) : beat)
  const stepped = after.wall - before.wall - passed
  const jumps: ClockJump[] = []
  if (asleep || unlived > LATE_MS) jumps.push({ kind: 'sleep', byMs: Math.round(unlived) })
  if (Math.abs(stepped) > (asleep ? ASLEEP_MS : STEP_MS)) jumps.push({ kind: 'step', byMs: Math.round(stepped) })
  return jumps
}
