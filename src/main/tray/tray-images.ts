import type { App } from 'electron'
import { join } from 'node:path'
import type { TrayImage } from './tray-model.ts'

/** Where the tray's pictures lie, in a checkout as in a package. */
export function trayFolder(app: Pick<App, 'getAppPath'>): string {
  return join(app.getAppPath(), 'resources', 'tray')
}

/** The picture of a state. On macOS a template, which the system colours for its menu bar; `@2x` is found beside it. */
export function trayImagePath(folder: string, platform: NodeJS.Platform, image: TrayImage): string {
  return join(folder, platform === 'darwin' ? `tray-${image}Template.png` : `tray-${image}.png`)
}
