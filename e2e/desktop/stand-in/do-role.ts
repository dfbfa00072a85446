import type { BrowserWindow } from 'electron'
import type { MenuItem } from './menu-types.ts'

export interface RolePorts {
  readonly quit: () => void
  readonly focused: () => BrowserWindow | null
}

/** What a clicked item with a role does. Editing and the system's own roles do nothing that main could see. */
export function doRole({ quit, focused }: RolePorts, role: NonNullable<MenuItem['role']>): void {
  if (role === 'quit') return quit()
  const window = focused()
  if (window !== null) doWindowRole(window, role)
}

function doWindowRole(window: BrowserWindow, role: NonNullable<MenuItem['role']>): void {
  const contents = window.webContents
  switch (role) {
    case 'close':
      return window.close()
    case 'minimize':
      return window.minimize()
    case 'togglefullscreen':
      return window.setFullScreen(!window.isFullScreen())
    case 'zoom':
      return window.isMaximized() ? window.unmaximize() : window.maximize()
    case 'reload':
    case 'forceReload':
      return contents.reload()
    case 'toggleDevTools':
      return contents.toggleDevTools()
    case 'resetZoom':
      return contents.setZoomLevel(0)
    case 'zoomIn':
      return contents.setZoomLevel(contents.getZoomLevel() + 0.5)
    case 'zoomOut':
      return contents.setZoomLevel(contents.getZoomLevel() - 0.5)
    default:
      return undefined
  }
}
