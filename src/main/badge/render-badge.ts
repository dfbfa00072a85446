import type { App, BrowserWindow, NativeImage } from 'electron'
import type { Speech } from '../words/speech.ts'
import type { BadgeModel } from './badge-model.ts'

export type BadgeWindow = Pick<BrowserWindow, 'setOverlayIcon' | 'flashFrame' | 'isFocused'>

export interface BadgeParts {
  readonly app: Pick<App, 'setBadgeCount'>
  readonly platform: NodeJS.Platform
  /** Null while there is none. */
  window(): BadgeWindow | null
  /** The picture over the taskbar button on Windows, which has no numbers there. */
  overlay(): NativeImage
}

export interface BadgeFace {
  draw(model: BadgeModel, speech: Speech): void
}

/** The count at the app's icon: drawn when it differs from the last, or when there is another window to bear it. */
export function createBadgeFace(parts: BadgeParts): BadgeFace {
  const drawn = { count: 0, window: null as BadgeWindow | null }
  return {
    draw: (model, speech) => {
      const window = parts.window()
      const { count } = drawn
      const isBare = parts.platform === 'win32' && window !== drawn.window
      if (model.count === count && !isBare) return
      Object.assign(drawn, { count: model.count, window })
      if (parts.platform === 'win32') drawOverlay(parts, window, model, speech)
      else parts.app.setBadgeCount(model.count)
      if (parts.platform === 'win32' && model.count > count) flash(window)
    },
  }
}

function drawOverlay(
  { overlay }: BadgeParts,
  window: BadgeWindow | null,
  { count }: BadgeModel,
  { say }: Speech,
): void {
  if (count === 0) window?.setOverlayIcon(null, '')
  else window?.setOverlayIcon(overlay(), say('badge.waiting', { count: String(count) }))
}

/** Windows ends it by itself once the window is in front. */
function flash(window: BadgeWindow | null): void {
  if (window?.isFocused() === false) window.flashFrame(true)
}
