import type { Time } from '../shared/ids.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Up to `back` before now, one moment every `every`; the finer the nearer, as the stored roll-ups keep them. */
const STRETCHES = [
  { back: 366 * DAY, every: HOUR },
  { back: 7 * DAY, every: 20 * MINUTE },
  { back: DAY, every: 2 * MINUTE },
  { back: HOUR, every: 10 * SECOND },
] as const

/** The moments at which a demo account's past is looked at, oldest first; the last is `now`. */
export function pastMoments(now: Time): readonly Time[] {
  const moments = STRETCHES.flatMap(({ back, every }, index) => {
    const until = now - (STRETCHES[index + 1]?.back ?? 0)
    return stretch(now - back, until, every)
  })
  return [...moments, now]
}

/** Whole multiples of `every` in [from, until). */
function stretch(from: Time, until: Time, every: number): readonly Time[] {
  const first = Math.ceil(from / every)
  return Array.from({ length: Math.max(0, Math.ceil(until / every) - first) }, (_, step) => (first + step) * every)
}
