import type { BrowserWindow } from 'electron'
import type { Log } from '../../engine/ports/log.ts'
import { isCrash } from './judge-crash.ts'

/** Logs what goes wrong with a window's page; a crash is handed on. */
export function watchPage(window: BrowserWindow, log: Log, onCrash: () => void): void {
  const { webContents } = window
  webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log.error('The page ended', { reason, exitCode })
    if (isCrash(reason)) onCrash()
  })
  webContents.on('unresponsive', () => log.warn('The page does not respond'))
  webContents.on('responsive', () => log.info('The page responds again'))
  webContents.on('preload-error', (_, __, error) => log.error('The preload failed', { why: error.message }))
  webContents.on('did-fail-load', (_, code, why) => log.error('The page did not load', { code, why }))
}
