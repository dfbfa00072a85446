import type { App } from 'electron'
import type { DesktopChoices } from '../../shared/desktop-rows.ts'
import type { CommandLine } from '../command-line.ts'

/** Whether this start is to show the tray icon alone. macOS gives a login item no arguments but says that it was one. */
export function startedHidden(
  app: Pick<App, 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
  { hidden }: Pick<CommandLine, 'hidden'>,
  { startHidden }: Pick<DesktopChoices, 'startHidden'>,
): boolean {
  if (hidden) return true
  return platform === 'darwin' && startHidden && app.getLoginItemSettings().wasOpenedAtLogin
}
