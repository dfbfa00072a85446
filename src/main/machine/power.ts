import type { App, BrowserWindow, PowerMonitor } from 'electron'
import type { Desk } from '../../engine/desk.ts'
import type { Clock } from '../../engine/ports/clock.ts'
import type { MachineEvent } from '../../engine/ports/machine.ts'
import type { Stop } from '../../shared/link.ts'

export interface PowerParts {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly app: Pick<App, 'on' | 'quit' | 'exit'>
  readonly desk: Pick<Desk, 'report'>
  readonly clock: Pick<Clock, 'after'>
}

/** Longer than this no system waits for one program before it goes down. */
export const SHUTDOWN_WITHIN_MS = 5000

/** Tells the engine what the system says of sleep, lock and shutdown; before a shutdown the app ends of itself. */
export function followPower({ powerMonitor, app, desk, clock }: PowerParts): Stop {
  const ending: { stop: Stop | null } = { stop: null }
  const tell = (event: MachineEvent) => () => desk.report(event)

  /** What waits is on disk once the report returns; only closing down in good order takes longer. */
  function shutDown(): void {
    if (ending.stop !== null) return
    desk.report({ kind: 'shutdown' })
    ending.stop = clock.after(SHUTDOWN_WITHIN_MS, () => app.exit(0))
    app.quit()
  }

  powerMonitor.on('suspend', tell({ kind: 'suspend' }))
  powerMonitor.on('resume', tell({ kind: 'resume' }))
  powerMonitor.on('lock-screen', tell({ kind: 'lock' }))
  powerMonitor.on('unlock-screen', tell({ kind: 'unlock' }))
  // The declarations leave out the event that the documentation of `shutdown` speaks of.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    shutDown()
  })
  app.on('browser-window-created', (_, window) => followSessionEnd(window, tell({ kind: 'shutdown' }), shutDown))
  return () => ending.stop?.()
}

/** Windows asks each window whether the session may end, and may still be refused by another; then it ends. */
function followSessionEnd(window: Pick<BrowserWindow, 'on'>, asked: () => void, ends: () => void): void {
  window.on('query-session-end', asked)
  window.on('session-end', ends)
}
