import type { BrowserWindow } from 'electron'

/** Lets closing hide the window where it should; `onHidden` is told when it did. */
export function closeOrHide(window: BrowserWindow, closing: () => 'hide' | 'close', onHidden: () => void): void {
  window.on('close', (event) => {
    if (closing() === 'close') return
    event.preventDefault()
    hide(window)
    onHidden()
  })
}

/** A window hidden from the full screen would leave an empty black one on macOS. */
function hide(window: BrowserWindow): void {
  if (!window.isFullScreen()) return window.hide()
  window.once('leave-full-screen', () => window.hide())
  window.setFullScreen(false)
}
