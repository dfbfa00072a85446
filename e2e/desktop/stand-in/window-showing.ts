import type { BrowserWindow } from 'electron'
import type { Context } from './context.ts'
import { moveTo, type BoundsPorts } from './window-bounds.ts'
import { become, type FocusMethods } from './window-focus.ts'

/** Whether a window is seen. */
export type ShowingMethods = Pick<
  BrowserWindow,
  'show' | 'showInactive' | 'hide' | 'minimize' | 'restore' | 'isVisible' | 'isMinimized'
>

export function showingMethods(context: Context, ports: BoundsPorts, { focus, blur }: FocusMethods): ShowingMethods {
  const { state } = ports
  const change = (part: Partial<typeof state>, event: string): void => become(context, ports, part, event)

  function showInactive(): void {
    if (!state.isVisible) change({ isVisible: true }, 'show')
  }

  /** The system takes the focus away and tells a moment after it was asked; until then the window calls itself focused. */
  function hidden(): void {
    if (state.isVisible || state.isDestroyed) return
    blur()
    change({}, 'hide')
  }

  return {
    show: () => {
      state.isMinimised = false
      showInactive()
      focus()
    },
    showInactive,
    hide: () => {
      if (!state.isVisible) return
      state.isVisible = false
      context.changed()
      setImmediate(hidden)
    },
    minimize: () => {
      blur()
      if (!state.isMinimised) change({ isMinimised: true }, 'minimize')
    },
    restore: () => {
      if (state.isMinimised) change({ isMinimised: false, isVisible: true }, 'restore')
      focus()
    },
    isVisible: () => state.isVisible,
    isMinimized: () => state.isMinimised,
  }
}

/** Whether it fills the work area or the screen. */
export type SpreadingMethods = Pick<
  BrowserWindow,
  'maximize' | 'unmaximize' | 'isMaximized' | 'setFullScreen' | 'isFullScreen' | 'isNormal'
>

export function spreadingMethods(
  context: Context,
  ports: BoundsPorts,
  { showInactive }: ShowingMethods,
): SpreadingMethods {
  const { state, events, area } = ports

  function spread(form: 'isMaximised' | 'isFullScreen', isOn: boolean, event: string): void {
    if (state[form] === isOn) return
    showInactive()
    state[form] = isOn
    moveTo(context, ports, isOn ? area() : state.normal)
    events.emit(event)
    context.changed()
  }

  return {
    maximize: () => spread('isMaximised', true, 'maximize'),
    unmaximize: () => spread('isMaximised', false, 'unmaximize'),
    isMaximized: () => state.isMaximised,
    setFullScreen: (isOn) => spread('isFullScreen', isOn, isOn ? 'enter-full-screen' : 'leave-full-screen'),
    isFullScreen: () => state.isFullScreen,
    isNormal: () => !state.isMinimised && !state.isMaximised && !state.isFullScreen,
  }
}
