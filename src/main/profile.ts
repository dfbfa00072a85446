import type { App } from 'electron'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultFolder } from '../node/default-folder.ts'

/**
 * Puts Chromium's own files into the data root, before the app is ready: then an app belongs to its data folder, and
 * two that were given different ones run side by side. A folder that cannot be used is explained when it is opened.
 */
export function placeProfile(app: Pick<App, 'setPath'>, data: string | null): void {
  const { platform, env: environment } = process
  const folder = join(resolve(data ?? defaultFolder({ platform, home: homedir(), environment })), 'profile')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
  } catch {
    // Chromium's usual place will do until then.
  }
}

/** The installer gives its shortcuts the same name, by which Windows joins windows, notices and the taskbar. */
const TASKBAR_NAME = 'app.tidemark.desktop'

/** By which Windows finds the program that a click on a notice is for, also after a restart: ours, once and for all. */
const NOTICE_CLASS = '{7B0B5A0E-3C5D-4C52-9E61-5D2F6C1A8E47}'

export function nameOnTaskbar(
  app: Pick<App, 'setAppUserModelId' | 'setToastActivatorCLSID'>,
  platform: NodeJS.Platform,
): void {
  if (platform !== 'win32') return
  app.setAppUserModelId(TASKBAR_NAME)
  app.setToastActivatorCLSID(NOTICE_CLASS)
}
