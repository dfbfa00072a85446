import type { Clock } from '../../engine/ports/clock.ts'
import type { Stop } from '../../shared/link.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'

/**
 * Whether a Linux desktop shows tray icons: somebody must own the watcher's name on the session bus
 * (freedesktop.org, StatusNotifierItem). Electron does not tell; an icon that nobody shows is made without an error.
 */
export type TrayHost = 'there' | 'missing' | 'unknown'

/** Runs a program and resolves with what it wrote, or null when it failed or is not installed. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string | null>

const QUESTION = [
  'call',
  '--session',
  '--timeout=2',
  '--dest=org.freedesktop.DBus',
  '--object-path=/org/freedesktop/DBus',
  '--method=org.freedesktop.DBus.NameHasOwner',
  'org.kde.StatusNotifierWatcher',
] as const

export async function findTrayHost(run: RunProgram): Promise<TrayHost> {
  const answer = await run('gdbus', QUESTION)
  if (answer?.includes('true') === true) return 'there'
  return answer?.includes('false') === true ? 'missing' : 'unknown'
}

const FIRST_WAIT_MS = 5000
const LONGEST_WAIT_MS = 300_000

/**
 * Tells while nobody shows tray icons. At login the desktop's own panel may start after us, so a missing one is looked
 * for again, less and less often.
 */
export function watchTrayHost(clock: Clock, run: RunProgram, tell: (problem: Sentence | null) => void): Stop {
  const state = { stopped: false, host: 'there' as TrayHost, stopTimer: (() => undefined) as Stop }

  async function look(waitMs: number): Promise<void> {
    const host = await findTrayHost(run)
    if (state.stopped) return
    if ((host === 'missing') !== (state.host === 'missing'))
      tell(host === 'missing' ? sentence('desktop.tray-missing') : null)
    state.host = host
    if (host !== 'missing') return
    state.stopTimer = clock.after(waitMs, () => void look(Math.min(waitMs * 2, LONGEST_WAIT_MS)))
  }

  void look(FIRST_WAIT_MS)
  return () => {
    state.stopped = true
    state.stopTimer()
  }
}
