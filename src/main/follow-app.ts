import type { App } from 'electron'
import type { Shell } from './shell.ts'
import { staysInTray } from './window/stays-in-tray.ts'

/** Whether the app goes on once its window is gone. */
export function followApp(
  app: Pick<App, 'on' | 'quit'>,
  platform: NodeJS.Platform,
  shell: Pick<Shell, 'choices' | 'problems'>,
): void {
  app.on('window-all-closed', () => {
    if (platform !== 'darwin' && !staysInTray(shell)) app.quit()
  })
}
