import { app, powerMonitor } from 'electron'
import type { CommandLine } from './command-line.ts'
import type { Shell } from './shell.ts'
import { followPower } from './machine/power.ts'
import { staysInTray } from './window/open-window.ts'

/** Brings the app's parts to life and shows it. Each part is one line here. */
export function startShell(shell: Shell, commandLine: Pick<CommandLine, 'hidden'>): void {
  const { choices, clock, desk, leaving, problems, voice, window } = shell
  leaving.onStop(() => clock.stop())
  leaving.onStop(followPower({ app, clock, desk, powerMonitor }))
  leaving.onStop(() => choices.flush())
  leaving.onStop(() => desk.stop())
  leaving.onStop(() => voice.stop())

  app.on('second-instance', () => window.show())
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && !staysInTray(shell)) app.quit()
  })
  if (!commandLine.hidden || problems.get('tray') !== null) window.show()
}
