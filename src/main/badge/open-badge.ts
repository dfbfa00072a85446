import { app, BrowserWindow, nativeImage } from 'electron'
import { trayFolder, trayImagePath } from '../tray/tray-images.ts'
import { createBadgeFace, type BadgeFace, type BadgeWindow } from './render-badge.ts'

/** The real badge. */
export function openBadge(): BadgeFace {
  return createBadgeFace({
    where: process.platform === 'win32' ? 'button' : 'icon',
    count: (count) => void app.setBadgeCount(count),
    window: () => {
      const window = BrowserWindow.getAllWindows().find((each) => !each.isDestroyed())
      return window === undefined ? null : bearer(window)
    },
  })
}

type Bearer = Pick<BrowserWindow, 'id' | 'isFocused' | 'setOverlayIcon' | 'flashFrame'>

function bearer(window: Bearer): BadgeWindow {
  const picture = trayImagePath(trayFolder(app), process.platform, 'alarm')
  return {
    id: window.id,
    isFocused: () => window.isFocused(),
    mark: (words) => window.setOverlayIcon(words === null ? null : nativeImage.createFromPath(picture), words ?? ''),
    flash: () => window.flashFrame(true),
  }
}
