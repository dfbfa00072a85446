import type { NoticeCategory, Place } from '../../shared/desktop-rows.ts'
import type { Notice } from './notice.ts'

/**
 * Where the newest notice takes the place of the one before; by the same name the system knows it. A critical alert is
 * not taken away by one that is not. Letters alone: Windows refuses others.
 */
export type Lane = NoticeCategory | 'critical'

export function laneOf({ category, weight }: Notice): Lane {
  return category === 'alert' && weight === 'critical' ? 'critical' : category
}

const at = (tab: Place['tab']): Place => ({ tab, account: null, instrument: null })

/** Where a click leads whose notice was shown by an earlier run of the program. */
const HOMES: Readonly<Record<Lane, Place>> = {
  alert: at('alerts'),
  critical: at('alerts'),
  fill: at('account'),
  connection: at('account'),
  account: at('account'),
  program: at('account'),
}

/** Null for a name that is none of ours. */
export function homeOf(id: string): Place | null {
  return Object.entries(HOMES).find(([lane]) => lane === id)?.[1] ?? null
}
