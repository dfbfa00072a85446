import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

/** What one window is like just now; changed only by the window's own methods and by what the user does to it. */
export interface WindowState {
  bounds: Rectangle
  /** Where it goes back to from maximised or full screen. */
  normal: Rectangle
  minimum: readonly [width: number, height: number]
  title: string
  isVisible: boolean
  isFocused: boolean
  isMinimised: boolean
  isMaximised: boolean
  isFullScreen: boolean
  isFlashing: boolean
  isDestroyed: boolean
  hasMenuBar: boolean
}

/** As Electron places a new window: 800 by 600 unless told, in the middle of the work area. */
export function placeWindow(options: BrowserWindowConstructorOptions, area: Rectangle): WindowState {
  const minimum = [options.minWidth ?? 0, options.minHeight ?? 0] as const
  const width = Math.max(options.width ?? 800, minimum[0])
  const height = Math.max(options.height ?? 600, minimum[1])
  const x = options.x ?? area.x + Math.round((area.width - width) / 2)
  const y = options.y ?? area.y + Math.round((area.height - height) / 2)
  const bounds = { x, y, width, height }
  const shut = { isMinimised: false, isMaximised: false, isFlashing: false, isDestroyed: false, isFocused: false }
  return {
    ...shut,
    bounds,
    normal: bounds,
    minimum,
    title: options.title ?? 'Electron',
    isVisible: false,
    isFullScreen: options.fullscreen ?? false,
    hasMenuBar: true,
  }
}
