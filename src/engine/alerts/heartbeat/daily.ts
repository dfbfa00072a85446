import type { AlertRow } from '../../../shared/alert-rows.ts'
import type { Stop } from '../../../shared/link.ts'
import type { Sentence } from '../../../shared/sentence.ts'
import type { Clock } from '../../ports/clock.ts'
import { allClear, allClearDue, type AllClearFacts } from './all-clear.ts'

export interface DailyDeps {
  facts(): AllClearFacts
  /** Why not all is well; null where it is. */
  whyNotClear(): Sentence | null
  /** Shows why the all-clear that is due was not sent; null: it was. */
  withheld(why: Sentence | null): void
  isTold(alert: string): boolean
  tell(alert: AlertRow): void
}

const LOOK_MS = 20_000
const MINUTE_MS = 60_000

/** Tells the all-clear of each day, if all is well at its time or soon after. */
export function startDaily(clock: Clock, deps: DailyDeps): Stop {
  const timer = { stop: (): void => undefined, quietMinute: NaN }

  function look(): void {
    timer.stop = clock.after(LOOK_MS, look)
    const minute = Math.floor(clock.now() / MINUTE_MS)
    if (minute === timer.quietMinute) return
    const facts = deps.facts()
    const alert = allClearDue(facts)
    if (alert === null) timer.quietMinute = minute
    else if (!deps.isTold(alert)) tellIfClear(alert, facts)
  }

  function tellIfClear(alert: string, facts: AllClearFacts): void {
    const why = deps.whyNotClear()
    deps.withheld(why)
    if (why === null) deps.tell(allClear(alert, facts))
  }

  look()
  return () => timer.stop()
}
