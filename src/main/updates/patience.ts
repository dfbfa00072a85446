import type { Clock } from '../../engine/ports/clock.ts'

/** A limit that is put off whenever something happens. */
export interface Patience {
  /** Rejects nothing: resolves once nothing has happened for the whole limit. */
  readonly over: Promise<'over'>
  happened(): void
  end(): void
}

export function createPatience(clock: Pick<Clock, 'after'>, ms: number): Patience {
  const { promise, resolve } = Promise.withResolvers<'over'>()
  const start = () => clock.after(ms, () => resolve('over'))
  const current = { cancel: start() }
  return {
    over: promise,
    happened: () => {
      current.cancel()
      current.cancel = start()
    },
    end: () => current.cancel(),
  }
}
