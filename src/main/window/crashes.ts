import type { Log } from '../../engine/ports/log.ts'
import { isCrash, judgeCrash, type AfterCrash } from './judge-crash.ts'

export interface Crashes {
  page(): void
  /**
   * One of Chromium's own processes ended; `kind` as Electron names it. Chromium starts it anew by itself and the page
   * lives on, with whatever is half typed into it.
   */
  helper(kind: string, reason: string): void
}

interface CrashesOptions {
  readonly monotonic: () => number
  readonly log: Log
  readonly rebuild: () => void
  /** Resolves with what the user wants after crash upon crash. */
  readonly ask: () => Promise<'again' | 'later'>
  readonly giveUp: () => void
}

/** Brings a crashed page back, but not for ever: one that crashes again and again is left to the user. */
export function createCrashes({ monotonic, log, rebuild, ask, giveUp }: CrashesOptions): Crashes {
  const now = { crashes: [] as readonly number[], asking: false }

  function judge(): AfterCrash {
    const at = monotonic()
    const judged = judgeCrash(now.crashes, at)
    now.crashes = [...now.crashes.slice(-9), at]
    return judged
  }

  async function askUser(): Promise<void> {
    now.asking = true
    log.warn('The page crashes again and again; the user is asked')
    const answer = await ask()
    now.asking = false
    now.crashes = []
    if (answer === 'again') rebuild()
    else giveUp()
  }

  return {
    page: () => {
      if (now.asking) return
      if (judge() === 'rebuild') rebuild()
      else void askUser()
    },
    helper: (kind, reason) => log[isCrash(reason) ? 'error' : 'debug']('A helper process ended', { kind, reason }),
  }
}
