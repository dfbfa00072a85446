import type { App } from 'electron'
import type { Shell } from './shell.ts'
import { staysInTray } from './window/stays-in-tray.ts'

/** What the system and other launches ask of the app as a whole. A second launch's arguments count for nothing. */
export function followApp(
  app: Pick<App, 'on' | 'quit'>,
  platform: NodeJS.Platform,
  shell: Pick<Shell, 'choices' | 'problems' | 'window'>,
): void {
  app.on('second-instance', () => shell.window.show())
  app.on('activate', () => shell.window.show())
  app.on('window-all-closed', () => {
    if (platform !== 'darwin' && !staysInTray(shell)) app.quit()
  })
}
