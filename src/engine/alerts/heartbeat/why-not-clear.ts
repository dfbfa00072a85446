import type { AlertRow } from '../../../shared/alert-rows.ts'
import { sentence, type Sentence } from '../../../shared/sentence.ts'
import { blindStreams, hasNothing, type Sight } from './vitals.ts'

/** What an all-clear speaks for beside what is seen. */
export interface Clarity {
  /** Alerts whose condition holds still. */
  readonly standing: readonly AlertRow[]
  /** How many critical alerts are neither over nor acknowledged, and how many of all reached nobody. */
  readonly alarms: number
  readonly undelivered: number
}

/** Why not all is well; null where it is. */
export function whyNotClear(sight: Sight, { standing, alarms, undelivered }: Clarity): Sentence | null {
  if (hasNothing(sight)) return sentence('all-clear.no-account')
  const stream = blindStreams(sight)[0]
  if (stream !== undefined) return sentence('all-clear.not-fresh', { stream })
  if (alarms > 0 || standing.some(isTrouble)) return sentence('all-clear.standing')
  return undelivered > 0 ? sentence('all-clear.undelivered', { undelivered: String(undelivered) }) : null
}

/** An account is not well because its trouble was acknowledged; a price that stays over a line is known then. */
function isTrouble({ severity, account, acknowledgedAt }: AlertRow): boolean {
  return severity !== 'info' && (account !== null || acknowledgedAt === null)
}
