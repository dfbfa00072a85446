import type { Clock } from '../../engine/ports/clock.ts'

interface Beat {
  lastAt: number
  changed: boolean
}

export interface Rhythm {
  touch(name: string): void
  /** Runs if the name changed and a second has passed since it last ran, or if three have passed anyway. */
  due(name: string, run: () => void): void
}

const CHANGED_MS = 1_000
const ANYWAY_MS = 3_000

/** Keeps the promise "on change, at most once a second and at least every three". */
export function createRhythm(clock: Clock): Rhythm {
  const beats = new Map<string, Beat>()

  function beat(name: string): Beat {
    const known = beats.get(name)
    if (known !== undefined) return known
    const fresh = { lastAt: -Infinity, changed: true }
    beats.set(name, fresh)
    return fresh
  }

  return {
    touch: (name) => {
      beat(name).changed = true
    },
    due: (name, run) => {
      const known = beat(name)
      const waited = clock.monotonic() - known.lastAt
      if (waited < (known.changed ? CHANGED_MS : ANYWAY_MS)) return
      known.lastAt = clock.monotonic()
      known.changed = false
      run()
    },
  }
}
