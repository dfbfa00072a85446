import type { MenuItemConstructorOptions } from 'electron'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** What an item with a role shows by itself. */
export interface RoleDefaults {
  readonly label: string
  readonly accelerator: string | null
  /** Roles of the items below it; null for a role that is no menu. */
  readonly below: readonly (Role | 'separator')[] | null
}

export interface RoleSurroundings {
  readonly name: string
  readonly platform: NodeJS.Platform
}

/** As lib/browser/api/menu-item-roles.ts of Electron has them; `%` is the app's name. */
const LABELS: Partial<Record<Role, string>> = {
  about: 'About %',
  appMenu: '%',
  close: 'Close Window',
  editMenu: 'Edit',
  fileMenu: 'File',
  forceReload: 'Force Reload',
  front: 'Bring All to Front',
  hide: 'Hide %',
  hideOthers: 'Hide Others',
  pasteAndMatchStyle: 'Paste and Match Style',
  quit: 'Quit %',
  resetZoom: 'Actual Size',
  selectAll: 'Select All',
  toggleDevTools: 'Toggle Developer Tools',
  togglefullscreen: 'Toggle Full Screen',
  unhide: 'Show All',
  viewMenu: 'View',
  windowMenu: 'Window',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
}
const SHORTER: Partial<Record<Role, string>> = { about: 'About', close: 'Close', quit: 'Quit' }

const ACCELERATORS: Partial<Record<Role, string>> = {
  close: 'CommandOrControl+W',
  copy: 'CommandOrControl+C',
  cut: 'CommandOrControl+X',
  forceReload: 'Shift+CmdOrCtrl+R',
  hide: 'Command+H',
  hideOthers: 'Command+Alt+H',
  minimize: 'CommandOrControl+M',
  paste: 'CommandOrControl+V',
  pasteAndMatchStyle: 'Shift+CommandOrControl+V',
  quit: 'CommandOrControl+Q',
  redo: 'Shift+CommandOrControl+Z',
  reload: 'CmdOrCtrl+R',
  resetZoom: 'CommandOrControl+0',
  selectAll: 'CommandOrControl+A',
  toggleDevTools: 'Ctrl+Shift+I',
  togglefullscreen: 'F11',
  undo: 'CommandOrControl+Z',
  zoomIn: 'CommandOrControl+Plus',
  zoomOut: 'CommandOrControl+-',
}

export function roleDefaults(role: Role, surroundings: RoleSurroundings): RoleDefaults {
  const isMac = surroundings.platform === 'darwin'
  const label = (isMac ? undefined : SHORTER[role]) ?? LABELS[role] ?? role.charAt(0).toUpperCase() + role.slice(1)
  return {
    label: label.replace('%', surroundings.name),
    accelerator: ACCELERATORS[role] ?? null,
    below: itemsBelow(role, isMac),
  }
}

function itemsBelow(role: Role, isMac: boolean): RoleDefaults['below'] {
  switch (role) {
    case 'appMenu':
      return ['about', 'separator', 'services', 'separator', 'hide', 'hideOthers', 'unhide', 'separator', 'quit']
    case 'fileMenu':
      return [isMac ? 'close' : 'quit']
    case 'editMenu':
      return ['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'delete', 'separator', 'selectAll']
    case 'viewMenu':
      return ['reload', 'forceReload', 'toggleDevTools', 'separator', ...ZOOMS, 'separator', 'togglefullscreen']
    case 'windowMenu':
      return ['minimize', 'zoom', ...(isMac ? (['separator', 'front'] as const) : (['close'] as const))]
    default:
      return null
  }
}

const ZOOMS = ['resetZoom', 'zoomIn', 'zoomOut'] as const
