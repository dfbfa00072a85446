import type { Channel } from './channel.ts'
import type { Declarations } from './declarations.ts'

/** Refuses what Electron's documentation forbids: the parent is told, and the caller gets an error. */
export interface Strict {
  forbid(sentence: string): never
  /** As `forbid`, when it is not so. */
  need(holds: boolean, sentence: string): void
  /** Every name must be one of the named interface of electron.d.ts. */
  needKnownOptions(declared: string, options: object, of: string): void
  /** The text, when there is one, must be among those the named member is declared with. */
  needKnownText(declared: string, member: string, text: string | undefined, of: string): void
}

export function createStrict(channel: Channel, declarations: Declarations): Strict {
  function forbid(sentence: string): never {
    channel.say({ kind: 'forbidden', what: sentence })
    throw new TypeError(sentence)
  }

  return {
    forbid,
    need: (holds, sentence) => void (holds || forbid(sentence)),
    needKnownOptions: (declared, options, of) => {
      const known = declarations.members(declared)
      for (const name of Object.keys(options)) if (!known.has(name)) forbid(`${of} has no option “${name}”.`)
    },
    needKnownText: (declared, member, text, of) => {
      const isKnown = text === undefined || declarations.texts(declared, member).has(text)
      if (!isKnown) forbid(`${of} has no ${member} “${text}”.`)
    },
  }
}
