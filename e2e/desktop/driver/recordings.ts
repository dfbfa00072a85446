import type { Recorded } from '../stand-in/protocol.ts'

export interface Recordings {
  take(recorded: Recorded): void
  last(): Recorded
  until(what: string, passes: (recorded: Recorded) => boolean): Promise<Recorded>
}

const PATIENCE_MS = 15_000

const NOTHING: Recorded = {
  windows: [],
  tray: null,
  menu: null,
  notifications: [],
  dialogs: [],
  opened: [],
  badge: 0,
  loginItem: null,
  appUserModelId: null,
  relaunched: null,
  sessionHandlers: [],
}

/** The newest recording, and those who wait for one. */
export function createRecordings(patienceMs = PATIENCE_MS): Recordings {
  const current = { recorded: NOTHING }
  const waiting = new Set<() => void>()

  function until(what: string, passes: (recorded: Recorded) => boolean): Promise<Recorded> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        waiting.delete(look)
        clearTimeout(timer)
      }
      const look = (): void => {
        if (!passes(current.recorded)) return
        stop()
        resolve(current.recorded)
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`Not recorded: ${what}. Recorded last:\n${JSON.stringify(current.recorded, null, 1)}`))
      }, patienceMs)
      waiting.add(look)
      look()
    })
  }

  return {
    take: (recorded) => {
      current.recorded = recorded
      for (const look of [...waiting]) look()
    },
    last: () => current.recorded,
    until,
  }
}
