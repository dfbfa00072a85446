import type { BrowserWindow } from 'electron'
import type { Choices } from '../choices/choices.ts'

/** Keeps where the window stands, whenever that is where the user put it. */
export function rememberWindow(window: BrowserWindow, choices: Pick<Choices, 'rememberWindow'>): void {
  function remember(): void {
    if (!isAtRest(window)) return
    choices.rememberWindow({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  }

  window.on('resize', remember)
  window.on('move', remember)
  window.on('maximize', remember)
  window.on('unmaximize', remember)
  window.on('close', remember)
}

/** Systems move and resize windows that are minimised, hidden or on the full screen; nobody wants that back. */
function isAtRest(window: BrowserWindow): boolean {
  return window.isVisible() && !window.isMinimized() && !window.isFullScreen()
}
