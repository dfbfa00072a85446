import type { Frame } from '../frames/frame-kind.ts'
import type { Say } from './obliging-sockets.ts'
import type { Runner } from './race.ts'
import type { Stand } from './stand.ts'

/** A frame and the connection it comes over. */
export interface Said extends Frame {
  readonly say: Say
}

/** A link is sent rows every 24 ms, which is every 120 frames at five thousand a second. */
const SETTLE_EVERY = 120

export function said(stand: Stand, frame: Frame): Said {
  return { ...frame, say: stand.carrier(frame.topic) }
}

/** Our whole road: socket port, session, venue, book or state, and the rows a page is sent. */
export function roadOf(stand: Stand): Runner<readonly Said[]> {
  return {
    name: 'ours',
    run: (round) => {
      let left = SETTLE_EVERY
      for (const { text, say } of round) {
        say(text)
        left -= 1
        if (left > 0) continue
        left = SETTLE_EVERY
        stand.settle()
      }
    },
  }
}

/** The road without rows, for comparison with programs that make none: socket port, session, venue, book. */
export function hearingOf(): Runner<readonly Said[]> {
  return {
    name: 'ours',
    run: (round) => {
      for (const { text, say } of round) say(text)
    },
  }
}
