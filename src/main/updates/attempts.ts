import type { Clock } from '../../engine/ports/clock.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sentence } from '../../shared/sentence.ts'
import { createPatience } from './patience.ts'
import type { Updater } from './updater.ts'
import { explain } from './why.ts'

type Work<T> = (updater: Updater, happened: () => void) => Promise<Result<T>>

/** Attempts with an updater that is thrown away when it hangs: a request of its own it can never take back. */
export interface Attempts {
  /** Fails once nothing has happened for `patienceMs`. */
  run<T>(patienceMs: number, work: Work<T>): Promise<Result<T>>
  abandon(): void
}

/** @param openUpdater called when the first attempt is made, not before */
export function createAttempts(clock: Clock, openUpdater: () => Promise<Updater>): Attempts {
  const current = { updater: null as Updater | null }

  async function open(): Promise<Result<Updater>> {
    try {
      current.updater ??= await openUpdater()
      return ok(current.updater)
    } catch (error) {
      return fail({ code: 'unavailable', sentence: explain(error) })
    }
  }

  function abandon(): void {
    current.updater?.abandon()
    current.updater = null
  }

  return {
    run: async (patienceMs, work) => {
      const opened = await open()
      if (!opened.ok) return opened
      const patience = createPatience(clock, patienceMs)
      const outcome = await Promise.race([work(opened.value, patience.happened), patience.over])
      patience.end()
      if (outcome !== 'over') return outcome
      if (current.updater === opened.value) abandon()
      return fail({ code: 'unavailable', sentence: sentence('update.slow') })
    },
    abandon,
  }
}
