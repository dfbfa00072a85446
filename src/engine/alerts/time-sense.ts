import type { Clock } from '../ports/clock.ts'

/** Notices that the clocks moved as they should not have, before the clock tells what it was. */
export interface TimeSense {
  /** To be asked before every look; false: what is live may be as old as a sleep, so wait until the jump was told. */
  isSteady(): boolean
  /** The jump was told: whoever heard of it knows what is old. */
  told(): void
}

/** Looks are a second apart at most. */
const SLEPT_MS = 5_000
const STEPPED_MS = 1_000
/** What nobody told of within this was no jump. */
const PATIENCE_MS = 3_000

export function createTimeSense(clock: Clock): TimeSense {
  const last = { wall: clock.now(), monotonic: clock.monotonic(), doubtedUntil: -Infinity }

  /** Answers whether more or other time went by since the last look than can have. */
  function moveOn(): boolean {
    const [wall, monotonic] = [clock.now(), clock.monotonic()]
    const lived = monotonic - last.monotonic
    const strayed = Math.abs(wall - last.wall - lived)
    Object.assign(last, { wall, monotonic })
    return lived > SLEPT_MS || strayed > STEPPED_MS
  }

  return {
    isSteady: () => {
      if (moveOn()) last.doubtedUntil = last.monotonic + PATIENCE_MS
      return last.monotonic >= last.doubtedUntil
    },
    told: () => {
      moveOn()
      last.doubtedUntil = -Infinity
    },
  }
}
