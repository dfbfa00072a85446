import type { Log } from '../../engine/ports/log.ts'
import { isCrash, judgeCrash, type Crashed } from './judge-crash.ts'

export interface Crashes {
  page(): void
  /** One of Chromium's own processes ended; `kind` as Electron names it. */
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
  const now = { page: [] as readonly number[], helper: [] as readonly number[], asking: false }

  function judge(crashed: Crashed) {
    const at = monotonic()
    const judged = judgeCrash(crashed, now[crashed], at)
    now[crashed] = [...now[crashed].slice(-9), at]
    return judged
  }

  async function askUser(): Promise<void> {
    now.asking = true
    log.warn('The page crashes again and again; the user is asked')
    const answer = await ask()
    now.asking = false
    now.page = []
    if (answer === 'again') rebuild()
    else giveUp()
  }

  return {
    page: () => {
      if (now.asking) return
      if (judge('page') === 'rebuild') rebuild()
      else void askUser()
    },
    helper: (kind, reason) => {
      log[isCrash(reason) ? 'error' : 'debug']('A helper process ended', { kind, reason })
      if (isCrash(reason) && !now.asking && judge('helper') === 'rebuild') rebuild()
    },
  }
}
