import type { InstrumentId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { NextTryPorts } from '../net/next-try.ts'
import type { MarketEvent } from './price.ts'
import { createRefill, type RefillPace } from './refill.ts'

/** Reads current prices over REST, so that figures stand there before the first frame and after a frame was lost. */
export interface Seeder {
  ask(instruments: Iterable<InstrumentId>): void
  drop(instrument: InstrumentId): void
  stop(): void
}

export interface SeederOptions extends NextTryPorts {
  readonly fetch: (instruments: readonly InstrumentId[]) => Promise<Result<readonly MarketEvent[]>>
  readonly take: (event: MarketEvent) => void
}

/** For instruments newly wanted: a page asks for many one after another. */
export const firstPace: RefillPace = { gatherMs: 50, atMostEveryMs: 2000, everyMs: null }
/** For frames that were lost: a stream that keeps sending unreadable ones must not become a stream of requests. */
export const repairPace: RefillPace = { gatherMs: 50, atMostEveryMs: 20_000, everyMs: null }

export function createSeeder(options: SeederOptions, pace: RefillPace): Seeder {
  const pending = new Set<InstrumentId>()
  const refill = createRefill(options, pace, () => seed(options, pending))
  return {
    ask: (instruments) => {
      for (const instrument of instruments) pending.add(instrument)
      if (pending.size > 0) refill.ask()
    },
    drop: (instrument) => void pending.delete(instrument),
    stop: () => refill.stop(),
  }
}

async function seed(options: SeederOptions, pending: Set<InstrumentId>): Promise<Result<unknown>> {
  const asked = [...pending]
  pending.clear()
  const result = await options.fetch(asked)
  if (result.ok) for (const event of result.value) options.take(event)
  else for (const instrument of asked) pending.add(instrument)
  return result
}
