import type { EventEmitter } from 'node:events'
import type { BrowserWindow, Rectangle } from 'electron'
import type { Context } from './context.ts'
import { moveTo, type BoundsPorts } from './window-bounds.ts'

/** Whether a window is seen, in front, and in which of its forms. */
export type ShowingMethods = Pick<
  BrowserWindow,
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'moveTop'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'setFullScreen'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'isNormal'
>

export interface ShowingPorts extends BoundsPorts {
  /** Takes the focus from the window that has it. */
  readonly takeFocus: () => void
  /** The app's own emitter, for `browser-window-focus` and `browser-window-blur`. */
  readonly app: EventEmitter
  readonly window: () => BrowserWindow
}

export function showingMethods(context: Context, ports: ShowingPorts): ShowingMethods {
  const { state, events } = ports
  const become = becoming(context, ports)

  function focus(): void {
    if (state.isFocused || !state.isVisible) return
    ports.takeFocus()
    become({ isFocused: true, isFlashing: false }, 'focus')
    ports.app.emit('browser-window-focus', {}, ports.window())
  }

  function blur(): void {
    if (!state.isFocused) return
    become({ isFocused: false }, 'blur')
    ports.app.emit('browser-window-blur', {}, ports.window())
  }

  function showInactive(): void {
    if (!state.isVisible) become({ isVisible: true }, 'show')
  }

  function hide(): void {
    blur()
    if (state.isVisible) become({ isVisible: false }, 'hide')
  }

  function restore(): void {
    if (state.isMinimised) become({ isMinimised: false, isVisible: true }, 'restore')
    focus()
  }

  function minimize(): void {
    blur()
    if (!state.isMinimised) become({ isMinimised: true }, 'minimize')
  }

  function spread(form: 'isMaximised' | 'isFullScreen', isOn: boolean, event: string): void {
    if (state[form] === isOn) return
    showInactive()
    const target: Rectangle = isOn ? ports.area() : state.normal
    state[form] = isOn
    moveTo(context, ports, target)
    events.emit(event)
    context.changed()
  }

  return {
    show: () => {
      if (state.isMinimised) state.isMinimised = false
      showInactive()
      focus()
    },
    showInactive,
    hide,
    focus,
    blur,
    moveTop: () => undefined,
    minimize,
    restore,
    maximize: () => spread('isMaximised', true, 'maximize'),
    unmaximize: () => spread('isMaximised', false, 'unmaximize'),
    setFullScreen: (isOn) => spread('isFullScreen', isOn, isOn ? 'enter-full-screen' : 'leave-full-screen'),
    isVisible: () => state.isVisible,
    isFocused: () => state.isFocused,
    isMinimized: () => state.isMinimised,
    isMaximized: () => state.isMaximised,
    isFullScreen: () => state.isFullScreen,
    isNormal: () => !state.isMinimised && !state.isMaximised && !state.isFullScreen,
  }
}

function becoming(context: Context, { state, events }: ShowingPorts) {
  return (change: Partial<typeof state>, event: string): void => {
    Object.assign(state, change)
    events.emit(event)
    context.changed()
  }
}
