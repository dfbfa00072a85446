import type { Result } from '../../shared/result.ts'
import { fail } from '../../shared/result.ts'
import type { Plan } from '../ports/plan.ts'
import { attempt, type Terms, type Way } from './attempt.ts'
import { cancelled, internal } from './failures.ts'

/** Performs a venue's plan: every batch of reads side by side, its outcomes back in the same order. Never rejects. */
export type Perform = <T>(plan: Plan<T>) => Promise<Result<T>>

export async function perform<T>(way: Way, plan: Plan<T>, terms: Terms): Promise<Result<T>> {
  const unhear: { stop: () => void } = { stop: () => undefined }
  const stopped = new Promise<Result<T>>((resolve) => {
    unhear.stop = terms.cancellation.onStop(() => resolve(fail(cancelled())))
  })
  const result = await Promise.race([run(way, plan, terms), stopped])
  unhear.stop()
  return result
}

async function run<T>(way: Way, plan: Plan<T>, terms: Terms): Promise<Result<T>> {
  try {
    let step = plan.next([])
    while (step.done !== true) {
      const outcomes = await Promise.all(step.value.map((read) => attempt(way, read, terms)))
      if (terms.cancellation.stopped) return fail(cancelled())
      step = plan.next(outcomes)
    }
    return step.value
  } catch (thrown) {
    return broken(way, thrown)
  }
}

/** A plan that throws is a fault of ours; whoever asked gets an answer all the same. */
function broken<T>(way: Way, thrown: unknown): Result<T> {
  const incident = way.random.token(4)
  way.log.error('a plan broke', {
    incident,
    thrown: thrown instanceof Error ? (thrown.stack ?? thrown.message) : 'unknown',
  })
  return fail(internal(incident))
}
