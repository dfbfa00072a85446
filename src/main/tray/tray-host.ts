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
/** At login the desktop's own panel may start after us; a window that pops up meanwhile is one nobody asked for. */
export const PATIENCE_MS = 30_000

/**
 * Tells while nobody shows tray icons, once that has been so for a while. A missing one is looked for less and less
 * often; one that is there, now and then, for it may end and leave a program that nobody can find.
 */
export function watchTrayHost(clock: Clock, run: RunProgram, tell: (problem: Sentence | null) => void): Stop {
  const state = {
    stopped: false,
    told: false,
    missingSince: null as number | null,
    stopTimer: (() => undefined) as Stop,
  }

  async function look(waitMs: number): Promise<void> {
    const host = await findTrayHost(run)
    if (state.stopped) return
    const now = clock.monotonic()
    state.missingSince = host === 'missing' ? (state.missingSince ?? now) : null
    judge(state.missingSince !== null && now - state.missingSince >= PATIENCE_MS)
    const [wait, next] =
      host === 'missing' ? [waitMs, Math.min(waitMs * 2, LONGEST_WAIT_MS)] : [LONGEST_WAIT_MS, FIRST_WAIT_MS]
    state.stopTimer = clock.after(wait, () => void look(next))
  }

  function judge(isMissing: boolean): void {
    if (isMissing !== state.told) tell(isMissing ? sentence('desktop.tray-missing') : null)
    state.told = isMissing
  }

  void look(FIRST_WAIT_MS)
  return () => {
    state.stopped = true
    state.stopTimer()
  }
}
