import type { App } from 'electron'

/** The end of the app: whether it has begun, and what has to be done before it. */
export interface Leaving {
  /** From here on windows close for real. For what closes windows before the app hears of it, as an update does. */
  begin(): void
  begun(): boolean
  /** The last registered is the first to be run. */
  onStop(stop: () => void | Promise<void>): void
  /** Runs what was registered, now and once. For what takes the app's place before it has quit, as an update does. */
  stopAll(): Promise<void>
}

/** Runs what was registered once the windows are gone, however often quitting is asked for; then the app ends. */
export function createLeaving(app: Pick<App, 'on' | 'exit'>, report: (error: unknown) => void): Leaving {
  const now = { begun: false, exiting: false, stopped: null as Promise<void> | null }
  const stops: (() => void | Promise<void>)[] = []

  async function runAll(): Promise<void> {
    for (const stop of stops.toReversed()) await run(stop).catch(report)
  }

  function stopAll(): Promise<void> {
    now.stopped ??= runAll()
    return now.stopped
  }

  app.on('before-quit', () => {
    now.begun = true
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (now.exiting) return
    now.exiting = true
    void stopAll().then(() => app.exit(0))
  })
  return {
    begin: () => {
      now.begun = true
    },
    begun: () => now.begun,
    onStop: (stop) => void stops.push(stop),
    stopAll,
  }
}

async function run(stop: () => void | Promise<void>): Promise<void> {
  await stop()
}
