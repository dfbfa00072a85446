import type { MenuItemConstructorOptions } from 'electron'
import type { OutsideLink, Place } from '../../shared/desktop-rows.ts'
import type { Zoom } from '../window/zoom.ts'

export type MenuAction =
  | { readonly do: 'go'; readonly tab: Place['tab'] }
  | { readonly do: 'amounts'; readonly to: 'shown' | 'hidden' }
  | { readonly do: 'zoom'; readonly zoom: Zoom }
  | { readonly do: 'reload' }
  | { readonly do: 'check-update' }
  | { readonly do: 'link'; readonly link: OutsideLink }
  | { readonly do: 'quit' }

/**
 * Who acts on the keys: the menu, or the page, which then also works in a browser; the menu only names them. Keys the
 * page takes must not be taken here as well, else a switch would be thrown twice.
 */
export interface Keys {
  readonly keys: string
  readonly takenBy: 'menu' | 'page'
}

export type MenuRole = NonNullable<MenuItemConstructorOptions['role']>

export type MenuItem =
  | { readonly kind: 'line' }
  /** Done by the system, under our name for it. */
  | { readonly kind: 'role'; readonly role: MenuRole; readonly label: string }
  | {
      readonly kind: 'action'
      readonly label: string
      readonly action: MenuAction
      readonly keys: Keys | null
      /** Null for what is not switched on and off. */
      readonly state: 'on' | 'off' | null
      readonly use: 'possible' | 'not-now'
      /** What is never shown has keys all the same: a second way to another item's action. */
      readonly shown: 'always' | 'never'
    }
  | {
      readonly kind: 'menu'
      readonly label: string
      /** What the system adds to this menu, where it does. */
      readonly role: 'window' | 'help' | 'services' | null
      readonly items: readonly MenuItem[]
    }

export const line: MenuItem = { kind: 'line' }

export function role(name: MenuRole, label: string): MenuItem {
  return { kind: 'role', role: name, label }
}

export function menu(label: string, items: readonly MenuItem[], system: 'window' | 'help' | null = null): MenuItem {
  return { kind: 'menu', label, role: system, items }
}

type Action = Extract<MenuItem, { readonly kind: 'action' }>

export function action(
  label: string,
  what: MenuAction,
  more: Partial<Pick<Action, 'keys' | 'state' | 'use' | 'shown'>> = {},
): MenuItem {
  return { kind: 'action', label, action: what, keys: null, state: null, use: 'possible', shown: 'always', ...more }
}

export function byMenu(keys: string): Keys {
  return { keys, takenBy: 'menu' }
}

export function byPage(keys: string): Keys {
  return { keys, takenBy: 'page' }
}
