import type { Clock } from '../engine/ports/clock.ts'
import { createTables } from '../engine/tables.ts'
import type { LiveSource } from '../shared/client.ts'
import type { Place, WantedPlace } from '../shared/desktop-rows.ts'

/** Where the page is, and where the program asks it to go. */
export interface Places {
  readonly wanted: LiveSource<WantedPlace>
  /** Asks the page to go there; one that is not open yet goes once it is. */
  request(place: Place): void
  /** What the page says it shows. */
  showing(place: Place): void
  /** What is before the user's eyes while the window has the focus; null while no page has said. */
  shown(): Place | null
  /** The page is gone; the place it showed is asked for again when the next one should begin there. */
  pageGone(then: 'return' | 'forget'): void
}

const ROW = 'wanted'

export function createPlaces(clock: Pick<Clock, 'now'>): Places {
  const wanted = createTables().table<WantedPlace>()
  const now = { shown: null as Place | null, number: 0 }

  function request(place: Place): void {
    if (now.shown !== null && isThere(now.shown, place)) return wanted.set(ROW, null)
    now.number += 1
    wanted.set(ROW, { ...place, number: now.number, at: clock.now() })
  }

  return {
    wanted,
    request,
    shown: () => now.shown,
    showing: (place) => {
      now.shown = place
      const asked = wanted.get(ROW)
      // Followed: a page that is loaded anew must not go there again.
      if (asked !== undefined && isThere(place, asked)) wanted.set(ROW, null)
    },
    pageGone: (then) => {
      const before = now.shown
      now.shown = null
      if (then === 'return' && before !== null) request(before)
      if (then === 'forget') wanted.set(ROW, null)
    },
  }
}

/** A place that names no account or instrument is any of its tab. */
function isThere(shown: Place, asked: Place): boolean {
  return (
    shown.tab === asked.tab &&
    (asked.account === null || shown.account === asked.account) &&
    (asked.instrument === null || shown.instrument === asked.instrument)
  )
}
