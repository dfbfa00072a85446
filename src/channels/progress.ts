import type { Delivery } from '../engine/ports/channel.ts'

/** One request of the several a message can take. */
export interface Step {
  /** Tells it from the other steps of the message, and is the same at every try. */
  readonly name: string
  readonly run: () => Promise<Delivery>
}

/**
 * Which steps of a message have arrived, so that a second try goes on where the first one stopped and no part is told
 * twice. It lives in memory and for the newest messages only: after a restart of the program in the middle of a
 * message, or thousands of failed messages later, the first parts arrive again.
 */
export interface Progress {
  readonly has: (key: string, step: string) => boolean
  readonly add: (key: string, step: string) => void
  readonly forget: (key: string) => void
}

const MESSAGES = 2000

export function createProgress(messages = MESSAGES): Progress {
  const arrived = new Map<string, Set<string>>()

  function add(key: string, step: string): void {
    const steps = arrived.get(key) ?? new Set()
    arrived.delete(key)
    arrived.set(key, steps.add(step))
    for (const oldest of arrived.keys()) {
      if (arrived.size <= messages) return
      arrived.delete(oldest)
    }
  }

  return {
    has: (key, step) => arrived.get(key)?.has(step) ?? false,
    add,
    forget: (key) => void arrived.delete(key),
  }
}

/** Takes the steps that have not arrived, in order, up to the first that does not. */
export async function takeSteps(progress: Progress, key: string, steps: readonly Step[]): Promise<Delivery> {
  for (const { name, run } of steps.filter((step) => !progress.has(key, step.name))) {
    const delivery = await run()
    if (delivery.kind !== 'delivered') return delivery
    progress.add(key, name)
  }
  progress.forget(key)
  return { kind: 'delivered' }
}

/** Numbered names: a message that falls into another number of parts than before is begun anew. */
export function numbered(runs: readonly Step['run'][]): readonly Step[] {
  return runs.map((run, index) => ({ name: `${index + 1}/${runs.length}`, run }))
}
