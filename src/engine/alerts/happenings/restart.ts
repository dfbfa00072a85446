import type { Facts } from '../facts.ts'
import type { Happening } from '../reading.ts'

/** This run began after another had watched. The very first start is no restart. */
export function restartHappenings({ run }: Facts): readonly Happening[] {
  if (run.watchedBefore === null) return []
  const blind = String(Math.max(0, run.startedAt - run.watchedBefore))
  return [
    {
      identity: `run ${run.startedAt}`,
      subject: 'run',
      account: null,
      instrument: null,
      words: { timeStopped: String(run.watchedBefore), spanBlind: blind },
      value: null,
      at: run.startedAt,
    },
  ]
}
