import type { Context } from './context.ts'
import type { Act } from './protocol.ts'
import { moveTo } from './window-bounds.ts'
import type { Windows } from './windows.ts'

type WindowAct = Extract<Act, { readonly window: number }>

/** What the user does to a window's frame. */
export function actOnWindow(
  { context, windows }: { readonly context: Context; readonly windows: Windows },
  act: WindowAct,
): void {
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
  }
}
