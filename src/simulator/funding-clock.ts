import type { Time } from '../shared/ids.ts'
import type { Contract } from './market/contract.ts'
import { HOUR } from './market/walk.ts'

export interface FundingMoment {
  readonly at: Time
  readonly contracts: readonly string[]
}

/** Every funding moment in (after, until], oldest first: 00, 08 and 16 UTC for most contracts. */
export function fundingMoments(contracts: readonly Contract[], after: Time, until: Time): readonly FundingMoment[] {
  const moments: FundingMoment[] = []
  for (let at = Math.floor(after / HOUR) * HOUR + HOUR; at <= until; at += HOUR) {
    const due = contracts.filter(({ delivery, fundingHours }) => delivery === null && at % (fundingHours * HOUR) === 0)
    if (due.length > 0) moments.push({ at, contracts: due.map(({ id }) => id) })
  }
  return moments
}
