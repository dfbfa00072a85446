import type { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import type { Context } from './context.ts'
import type { BoundsPorts } from './window-bounds.ts'
import type { WindowState } from './window-state.ts'

export interface FocusPorts extends BoundsPorts {
  /** Takes the focus from the window that has it. */
  readonly takeFocus: () => void
  /** The app's own emitter, for `browser-window-focus` and `browser-window-blur`. */
  readonly app: EventEmitter
  readonly window: () => BrowserWindow
}

export type FocusMethods = Pick<BrowserWindow, 'focus' | 'blur' | 'isFocused' | 'moveTop'>

/** One window of the app has the focus, and only one that is seen. */
export function focusMethods(context: Context, ports: FocusPorts): FocusMethods {
  const { state } = ports

  function focus(): void {
    if (state.isFocused || !state.isVisible) return
    ports.takeFocus()
    become(context, ports, { isFocused: true, isFlashing: false }, 'focus')
    ports.app.emit('browser-window-focus', {}, ports.window())
  }

  function blur(): void {
    if (!state.isFocused) return
    become(context, ports, { isFocused: false }, 'blur')
    ports.app.emit('browser-window-blur', {}, ports.window())
  }

  return { focus, blur, isFocused: () => state.isFocused, moveTop: () => undefined }
}

/** Changes the window, and tells. */
export function become(
  { changed }: Context,
  { state, events }: BoundsPorts,
  change: Partial<WindowState>,
  event: string,
): void {
  Object.assign(state, change)
  events.emit(event)
  changed()
}
