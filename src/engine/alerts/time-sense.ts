import type { Clock } from '../ports/clock.ts'
import { LATE_AFTER_MS } from './crossing.ts'

/** Notices that the clocks moved as they should not have, before the clock tells what it was. */
export interface TimeSense {
  /** To be asked before every look; false: what is live may be as old as a sleep, so wait until the jump was told. */
  isSteady(): boolean
  /** The jump was told: whoever heard of it knows what is old. */
  told(): void
}

const STEPPED_MS = 1_000
/** What nobody told of for so long, and at so many looks, was no jump: a slow computer still has to watch. */
const PATIENCE_MS = 3_000
const PATIENCE_LOOKS = 2

export function createTimeSense(clock: Clock): TimeSense {
  const last = { wall: clock.now(), monotonic: clock.monotonic() }
  const doubt = { looks: 0, until: 0 }

  /** Answers whether more or other time went by since the last look than can have. */
  function moveOn(): boolean {
    const [wall, monotonic] = [clock.now(), clock.monotonic()]
    const lived = monotonic - last.monotonic
    const strayed = Math.abs(wall - last.wall - lived)
    Object.assign(last, { wall, monotonic })
    return lived > LATE_AFTER_MS || strayed > STEPPED_MS
  }

  return {
    isSteady: () => {
      const isStrange = moveOn()
      if (doubt.looks === 0) {
        if (!isStrange) return true
        doubt.until = last.monotonic + PATIENCE_MS
      }
      const isOver = doubt.looks >= PATIENCE_LOOKS && last.monotonic >= doubt.until
      doubt.looks = isOver ? 0 : doubt.looks + 1
      return isOver
    },
    told: () => {
      moveOn()
      doubt.looks = 0
    },
  }
}
