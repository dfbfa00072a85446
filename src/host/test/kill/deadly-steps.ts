import { appendFileSync } from 'node:fs'
import type { AlertStore } from '../../../engine/ports/alert-store.ts'
import type { Around } from '../alert-stage.ts'

/** What the alerts write and send, one step before and one after each. */
const WRITES = ['saveRule', 'renewRule', 'removeRule', 'commit', 'mark', 'saveDeliveries', 'saveWatchedUntil'] as const

/**
 * Kills this process at the step of that number, from 0, with nothing done on the way out. Every step is noted in the
 * file before it is taken, so that whoever finds the file knows how far it came.
 */
export function deadlySteps(file: string, killAt: number): Pick<Around, 'store' | 'http'> {
  const now = { step: 0 }

  function step(name: string): void {
    appendFileSync(file, `${name}\n`)
    if (now.step === killAt) process.kill(process.pid, 'SIGKILL')
    now.step += 1
  }

  /** The functions of the alert store answer at once. */
  function around<Write extends (...args: never[]) => unknown>(name: string, write: Write): Write {
    const watched = (...args: never[]) => {
      step(`before ${name}`)
      const answer = write(...args)
      step(`after ${name}`)
      return answer
    }
    return watched as Write // it takes and answers what `write` does
  }

  function wrap(store: AlertStore): Partial<AlertStore> {
    return Object.fromEntries(WRITES.map((name) => [name, around(name, store[name] as (...args: never[]) => unknown)]))
  }

  return {
    store: (store) => ({ ...store, ...wrap(store) }),
    http: ({ send }) => ({
      send: async (request) => {
        step('before send')
        const answer = await send(request)
        step('after send')
        return answer
      },
    }),
  }
}
