import type { MenuItemConstructorOptions } from 'electron'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** What an item with a role shows and answers to by itself (lib/browser/api/menu-item-roles.ts of Electron). */
export interface RoleDefaults {
  readonly label: string
  readonly accelerator: string | null
}

const DEFAULTS: Partial<Record<Role, readonly [label: string, accelerator?: string]>> = {
  about: ['About %'],
  close: ['Close Window', 'CommandOrControl+W'],
  copy: ['Copy', 'CommandOrControl+C'],
  cut: ['Cut', 'CommandOrControl+X'],
  delete: ['Delete'],
  forceReload: ['Force Reload', 'Shift+CmdOrCtrl+R'],
  front: ['Bring All to Front'],
  help: ['Help'],
  hide: ['Hide %', 'Command+H'],
  hideOthers: ['Hide Others', 'Command+Alt+H'],
  minimize: ['Minimize', 'CommandOrControl+M'],
  paste: ['Paste', 'CommandOrControl+V'],
  pasteAndMatchStyle: ['Paste and Match Style', 'Shift+CommandOrControl+V'],
  quit: ['Quit %', 'CommandOrControl+Q'],
  redo: ['Redo', 'Shift+CommandOrControl+Z'],
  reload: ['Reload', 'CmdOrCtrl+R'],
  resetZoom: ['Actual Size', 'CommandOrControl+0'],
  selectAll: ['Select All', 'CommandOrControl+A'],
  services: ['Services'],
  toggleDevTools: ['Toggle Developer Tools', 'Ctrl+Shift+I'],
  togglefullscreen: ['Toggle Full Screen', 'F11'],
  undo: ['Undo', 'CommandOrControl+Z'],
  unhide: ['Show All'],
  window: ['Window'],
  zoom: ['Zoom'],
  zoomIn: ['Zoom In', 'CommandOrControl+Plus'],
  zoomOut: ['Zoom Out', 'CommandOrControl+-'],
  appMenu: ['%'],
  fileMenu: ['File'],
  editMenu: ['Edit'],
  viewMenu: ['View'],
  windowMenu: ['Window'],
}

export function roleDefaults(role: Role, app: string): RoleDefaults {
  const [label = role, accelerator = null] = DEFAULTS[role] ?? []
  return { label: label.replace('%', app), accelerator }
}
