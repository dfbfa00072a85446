import type { Clock } from '../../ports/clock.ts'

/** Lets long work go in slices, so that everything else goes on, and ends it when nobody waits for it any more. */
export interface Pace {
  /** To be awaited every few steps; false: give up. */
  goesOn(): Promise<boolean>
}

const SLICE_MS = 15
const PAUSE_MS = 5

export function createPace(clock: Clock, isWanted: () => boolean): Pace {
  const slice = { began: clock.monotonic() }
  return {
    goesOn: async () => {
      if (clock.monotonic() - slice.began >= SLICE_MS) {
        await new Promise<void>((resolve) => void clock.after(PAUSE_MS, resolve))
        slice.began = clock.monotonic()
      }
      return isWanted()
    },
  }
}

const STEPS = 32

/** Takes every item in order, in slices; false where it was given up. */
export async function takeEach<Item>(items: Iterable<Item>, pace: Pace, take: (item: Item) => void): Promise<boolean> {
  let steps = 0
  for (const item of items) {
    steps += 1
    if (steps % STEPS === 0 && !(await pace.goesOn())) return false
    take(item)
  }
  return pace.goesOn()
}
