import type { App } from 'electron'

/** Whether somebody asks for the window: another launch, whose arguments count for nothing, or a click on the dock. */
export interface Wanted {
  /** From now on the window is shown when it is asked for; at once where that was while the app was still starting. */
  open(show: () => void): void
}

/** Must listen as soon as the lock is held: another launch that was heard by nobody would be lost. */
export function followWanted(app: Pick<App, 'on' | 'isReady'>): Wanted {
  const now = { asked: false, show: null as (() => void) | null }

  function ask(): void {
    if (now.show === null) now.asked = true
    else now.show()
  }

  app.on('second-instance', ask)
  // macOS may tell of the launch itself in the same words, which is no wish of anybody's.
  app.on('activate', () => app.isReady() && ask())
  return {
    open: (show) => {
      now.show = show
      if (now.asked) show()
    },
  }
}
