import type { Delivery } from '../../ports/channel.ts'
import type { Random } from '../../ports/random.ts'
import { waitOf } from './fate.ts'

/** Lets a channel rest that takes nothing now, so that a thousand waiting alerts do not knock a thousand times. */
export interface Rests {
  /** In monotonic time. */
  until(channel: string): number
  rest(channel: string, until: number): void
  /** Takes one answer in. A single failure may be the message's own; two in a row are the channel's. */
  heard(channel: string, answer: Delivery, monotonic: number): 'going' | 'resting'
}

const LONGEST_REST_MS = 60_000

export function createRests(random: Random): Rests {
  const rests = new Map<string, { failures: number; until: number }>()
  const of = (channel: string) => rests.get(channel) ?? { failures: 0, until: 0 }
  return {
    until: (channel) => of(channel).until,
    rest: (channel, until) => void rests.set(channel, { ...of(channel), until }),
    heard: (channel, answer, monotonic) => {
      if (answer.kind !== 'again') {
        rests.delete(channel)
        return 'going'
      }
      const failures = of(channel).failures + 1
      const own = failures < 2 ? 0 : Math.min(LONGEST_REST_MS, waitOf(failures - 1, null, random.next()))
      const rest = Math.max(own, answer.afterMs ?? 0)
      rests.set(channel, { failures, until: monotonic + rest })
      return rest > 0 ? 'resting' : 'going'
    },
  }
}
