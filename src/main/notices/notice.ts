import type { Severity } from '../../shared/alert-rows.ts'
import type { NoticeCategory, Place } from '../../shared/desktop-rows.ts'
import type { AccountId, Time } from '../../shared/ids.ts'

/**
 * `low` goes away by itself; `critical` is told in quiet hours and while notices are paused. Neither breaks through the
 * system's own do-not-disturb.
 */
export type NoticeWeight = 'low' | 'normal' | 'critical'

/** `usual` is the system's own; an alert sounds as grave as it is. */
export type NoticeSound = 'none' | 'usual' | Severity

/** Something to tell the user through the operating system, in the user's language. */
export interface Notice {
  readonly category: NoticeCategory
  /** Of the fact it tells. One identity is shown once. */
  readonly identity: string
  /** The fact itself. */
  readonly title: string
  /** The figure and the account. */
  readonly body: string
  readonly account: AccountId | null
  /** Where a click leads; looking at it already makes the notice needless. */
  readonly place: Place
  readonly weight: NoticeWeight
  readonly sound: NoticeSound
  readonly at: Time
}

/** What telling needs to know beside the rows: the moment, and since when the machine has been awake without a break. */
export interface Moment {
  readonly now: Time
  readonly awakeSince: Time
}

/**
 * For how long something has been so while the machine was awake; a clock that was set back begins anew. What was
 * slept through is no time it was missed, and after a sleep every connection is gone for a moment.
 */
export function watchedMs(since: Time, { now, awakeSince }: Moment): number {
  return now - (since > now ? awakeSince : Math.max(since, awakeSince))
}
