import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import type { Menus } from './menus.ts'
import type { Act } from './protocol.ts'
import { rightClick } from './right-click.ts'
import { moveTo } from './window-bounds.ts'
import type { Windows } from './windows.ts'

type WindowAct = Extract<Act, { readonly window: number }>

export interface WindowActPorts {
  readonly context: Context
  readonly windows: Windows
  readonly menus: Menus
}

/** What the user does to a window. */
export function actOnWindow({ context, windows, menus }: WindowActPorts, act: WindowAct): unknown {
  const found = windows.find(act.window)
  switch (act.do) {
    case 'close-window':
      return found.window.close()
    case 'focus-window':
      return found.state.isMinimised ? found.window.restore() : found.window.focus()
    case 'blur-window':
      return found.window.blur()
    case 'minimise-window':
      return found.window.minimize()
    case 'move-window':
      return moveTo(context, found, act.bounds)
    case 'right-click':
      return rightClick(found.page, menus, act)
    case 'wheel-zoom':
      return found.page.events.emit('zoom-changed', createEvent({}), act.direction)
  }
}
