import type { NoticeLevel, Place, QuietHours } from '../../shared/desktop-rows.ts'
import type { Time } from '../../shared/ids.ts'
import type { Notice } from './notice.ts'
import { isQuiet } from './quiet-hours.ts'

/** Why a notice is not shown; `alerted`: an alert tells of the same fact. */
export type Suppressed = 'unsupported' | 'off' | 'shown' | 'focused' | 'paused' | 'quiet' | 'alerted'

export interface Circumstances {
  readonly support: 'supported' | 'unsupported'
  readonly level: NoticeLevel
  readonly shown: ReadonlySet<string>
  /** What the page shows while the window has the focus; null otherwise. */
  readonly eyesOn: Place | null
  readonly pausedUntil: Time | null
  readonly quietHours: QuietHours | null
  /** Where the user's day begins: an IANA zone, `local` or `UTC`. */
  readonly timeZone: string
  readonly now: Time
}

/**
 * Whether a notice is shown: null, or why not. A critical one passes the user's pause and quiet hours, never a category
 * that is off. Do-not-disturb is not among the reasons because no system tells us of it: each holds back by itself
 * what we hand it, and nothing we hand over asks to break through. An alert has waited for the end of a pause and of
 * quiet hours already, by its rule's own where that has some; and a window in front is no proof that somebody sits
 * before it. What the program says of itself stands on no page.
 */
export function suppress(notice: Notice, about: Circumstances): Suppressed | null {
  const isCritical = notice.weight === 'critical'
  if (about.support === 'unsupported') return 'unsupported'
  if (about.level === 'off') return 'off'
  if (about.shown.has(notice.identity)) return 'shown'
  if (notice.category === 'alert') return null
  if (about.eyesOn !== null && notice.category !== 'program' && covers(about.eyesOn, notice.place)) return 'focused'
  if (!isCritical && about.pausedUntil !== null && about.now < about.pausedUntil) return 'paused'
  if (!isCritical && isQuiet(about.quietHours, about.now, about.timeZone)) return 'quiet'
  return null
}

/** All accounts together show each of them; one alone does not show the others. */
export function covers(shown: Place, place: Place): boolean {
  if (shown.tab !== place.tab) return false
  const showsAll = shown.account === null || shown.account === 'all'
  const hasAccount = showsAll || place.account === null || shown.account === place.account
  const hasInstrument = place.instrument === null || shown.instrument === place.instrument
  return hasAccount && hasInstrument
}
