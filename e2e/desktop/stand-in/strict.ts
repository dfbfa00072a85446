import type { Channel } from './channel.ts'
import { declaredMembers } from './declarations.ts'

/** Refuses what Electron's documentation forbids: the parent is told, and the caller gets an error. */
export interface Strict {
  forbid(sentence: string): never
  /** As `forbid`, when it is not so. */
  need(holds: boolean, sentence: string): void
  /** Every name must be one of the named interface of electron.d.ts. */
  needKnownOptions(declared: string, options: object, of: string): void
}

export function createStrict(channel: Channel): Strict {
  function forbid(sentence: string): never {
    channel.say({ kind: 'forbidden', what: sentence })
    throw new TypeError(sentence)
  }

  return {
    forbid,
    need: (holds, sentence) => void (holds || forbid(sentence)),
    needKnownOptions: (declared, options, of) => {
      const known = declaredMembers(declared)
      for (const name of Object.keys(options)) if (!known.has(name)) forbid(`${of} has no option “${name}”.`)
    },
  }
}
