import type { Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'

/** Wall and monotonic time passed by different amounts: the machine slept, or somebody moved its clock. */
export interface ClockJump {
  readonly kind: 'sleep' | 'step'
  /** Milliseconds the wall clock gained over what this program lived through; negative when it was set back. */
  readonly byMs: number
}

/** The only source of time for engine, venues and simulator. */
export interface Clock {
  /** Wall clock, epoch milliseconds. May jump. */
  now(): Time
  /** Milliseconds since an arbitrary start; never goes back. */
  monotonic(): number
  /** Runs once after `ms` of monotonic time. */
  after(ms: number, run: () => void): Stop
  onJump(take: (jump: ClockJump) => void): Stop
}
