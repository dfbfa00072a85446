import { app, BrowserWindow, nativeImage } from 'electron'
import { trayFolder, trayImagePath } from '../tray/tray-images.ts'
import { createBadgeFace, type BadgeFace } from './render-badge.ts'

/** The real badge: a number at the app's icon, or on Windows a mark over its button in the taskbar. */
export function openBadge(): BadgeFace {
  const { platform } = process
  return createBadgeFace({
    app,
    platform,
    window: () => BrowserWindow.getAllWindows().find((window) => !window.isDestroyed()) ?? null,
    overlay: () => nativeImage.createFromPath(trayImagePath(trayFolder(app), platform, 'alarm')),
  })
}
