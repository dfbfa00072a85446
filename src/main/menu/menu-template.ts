import type { MenuItemConstructorOptions } from 'electron'
import { assertNever } from '../../shared/result.ts'
import type { MenuAction, MenuItem } from './menu-item.ts'

/** The model in Electron's words. */
export function menuTemplate(
  items: readonly MenuItem[],
  act: (action: MenuAction) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) => optionsOf(item, act))
}

function optionsOf(item: MenuItem, act: (action: MenuAction) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' }
    case 'role':
      return { role: item.role, label: item.label }
    case 'menu':
      return {
        label: item.label,
        submenu: menuTemplate(item.items, act),
        ...(item.role === null ? {} : { role: item.role }),
      }
    case 'action':
      return { ...actionOptions(item), click: () => act(item.action) }
    default:
      return assertNever(item)
  }
}

function actionOptions(item: Extract<MenuItem, { kind: 'action' }>): MenuItemConstructorOptions {
  const { label, keys, state, use, shown } = item
  return {
    label,
    enabled: use === 'possible',
    ...(keys === null ? {} : { accelerator: keys.keys, registerAccelerator: keys.takenBy === 'menu' }),
    ...(state === null ? {} : { type: 'checkbox', checked: state === 'on' }),
    ...(shown === 'never' ? { visible: false } : {}),
  }
}
