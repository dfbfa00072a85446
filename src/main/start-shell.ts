import { app, Menu, powerMonitor } from 'electron'
import { resolve } from 'node:path'
import { readVersion } from '../node/version.ts'
import { fillAboutPanel } from './about.ts'
import type { CommandLine } from './command-line.ts'
import { followApp } from './follow-app.ts'
import { startLogin, type LoginSurroundings } from './login/start-login.ts'
import { startedHidden } from './login/started-hidden.ts'
import { followPower } from './machine/power.ts'
import { startMenu } from './menu/start-menu.ts'
import { openOutside } from './outside.ts'
import type { Shell } from './shell.ts'
import type { Wanted } from './wanted.ts'

/** Brings the app's parts to life and shows it. Each part is one line here. */
export function startShell(shell: Shell, commandLine: Pick<CommandLine, 'hidden' | 'data'>, wanted: Wanted): void {
  const { choices, clock, desk, leaving, noticeDoor, problems, voice, window } = shell
  leaving.onStop(() => clock.stop())
  leaving.onStop(followPower({ app, clock, desk, powerMonitor }))
  leaving.onStop(() => choices.flush())
  leaving.onStop(() => desk.stop())
  leaving.onStop(() => voice.stop())
  noticeDoor.open(openOutside(shell).tell)

  followApp(app, process.platform, shell)
  fillAboutPanel(app, readVersion(app.getAppPath()))
  startMenu(Menu, shell)
  startLogin(app, loginSurroundings(commandLine), shell)
  if (problems.get('tray') !== null || !startedHidden(app, process.platform, commandLine, choices.current()))
    window.show()
  // Windows tells of the end of a session to windows alone, shown or not.
  else if (process.platform === 'win32') window.prepare()
  wanted.open(() => window.show())
}

function loginSurroundings({ data }: Pick<CommandLine, 'data'>): LoginSurroundings {
  const { platform, env: environment, execPath } = process
  return { platform, environment, execPath, data: data === null ? null : resolve(data) }
}
