import type { AlertRow } from '../../../shared/alert-rows.ts'
import type { Stop } from '../../../shared/link.ts'
import type { Clock } from '../../ports/clock.ts'
import { allClear, allClearDue, type AllClearFacts } from './all-clear.ts'

export interface DailyDeps {
  facts(): AllClearFacts
  /** Everything that is counted on is live. */
  isFresh(): boolean
  isTold(alert: string): boolean
  tell(alert: AlertRow): void
}

const LOOK_MS = 15_000

/** Tells the all-clear of each day, if all is well at its time or soon after. */
export function startDaily(clock: Clock, deps: DailyDeps): Stop {
  const timer: { stop: Stop } = { stop: () => undefined }

  function look(): void {
    timer.stop = clock.after(LOOK_MS, look)
    const facts = deps.facts()
    const alert = allClearDue(facts)
    if (alert !== null && deps.isFresh() && !deps.isTold(alert)) deps.tell(allClear(alert, facts))
  }

  look()
  return () => timer.stop()
}
