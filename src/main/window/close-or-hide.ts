import type { BrowserWindow } from 'electron'

/** Lets closing hide the window where it should; `onHidden` is told once it is hidden, which may be a moment later. */
export function closeOrHide(window: BrowserWindow, closing: () => 'hide' | 'close', onHidden: () => void): void {
  const now = { closed: false }
  window.on('close', (event) => {
    if (closing() === 'close') return
    event.preventDefault()
    now.closed = window.isVisible()
    hide(window)
  })
  window.on('hide', () => {
    if (now.closed) onHidden()
    now.closed = false
  })
}

/** A window hidden from the full screen would leave an empty black one on macOS. */
function hide(window: BrowserWindow): void {
  if (!window.isFullScreen()) return window.hide()
  window.once('leave-full-screen', () => window.hide())
  window.setFullScreen(false)
}
