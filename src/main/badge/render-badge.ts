import type { Speech } from '../words/speech.ts'
import type { BadgeModel } from './badge-model.ts'

/** A window whose button in the taskbar bears the badge. */
export interface BadgeWindow {
  readonly id: number
  isFocused(): boolean
  /** A picture over the button, with these words for a screen reader; null takes it away. */
  mark(words: string | null): void
  flash(): void
}

export interface BadgeParts {
  /** At the app's icon; on Windows over the window's button, which has no numbers. */
  readonly where: 'icon' | 'button'
  count(count: number): void
  /** Null while there is none. */
  window(): BadgeWindow | null
}

export interface BadgeFace {
  draw(model: BadgeModel, speech: Speech): void
}

/** How many things wait, drawn when it differs from the last, or when there is another window to bear it. */
export function createBadgeFace(parts: BadgeParts): BadgeFace {
  const drawn = { count: 0, window: null as number | null }
  return {
    draw: ({ count }, speech) => {
      if (parts.where === 'icon') {
        if (count !== drawn.count) parts.count(count)
      } else {
        drawOver(parts.window(), count, drawn, speech)
      }
      drawn.count = count
    },
  }
}

/** Windows ends the flashing by itself once the window is in front. */
function drawOver(
  window: BadgeWindow | null,
  count: number,
  drawn: { readonly count: number; window: number | null },
  { say }: Speech,
): void {
  const isSame = count === drawn.count && window?.id === drawn.window
  drawn.window = window?.id ?? null
  if (window === null || isSame) return
  window.mark(count === 0 ? null : say('badge.waiting', { count: String(count) }))
  if (count > drawn.count && !window.isFocused()) window.flash()
}
