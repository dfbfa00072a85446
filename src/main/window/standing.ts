import type { BrowserWindow } from 'electron'
import { assertNever } from '../../shared/result.ts'
import type { Choices } from '../choices/choices.ts'
import { isSamePlace, placeWindow, type WorkArea } from './place-window.ts'

/** How a window stands before the user. */
export type Standing = 'front' | 'behind' | 'minimised' | 'hidden'

export interface StandingParts {
  readonly choices: Pick<Choices, 'window'>
  /** The primary one first. */
  readonly displays: () => readonly [WorkArea, ...WorkArea[]]
}

export function standingOf(window: BrowserWindow): Standing {
  if (window.isMinimized()) return 'minimised'
  if (!window.isVisible()) return 'hidden'
  return window.isFocused() ? 'front' : 'behind'
}

/** Makes a window that was not shown yet stand as another one did. */
export function standAs(standing: Standing, window: BrowserWindow, parts: StandingParts): void {
  switch (standing) {
    case 'front':
      return bringToFront(window, parts)
    case 'behind':
      return window.showInactive()
    case 'minimised':
      return window.minimize()
    case 'hidden':
      return
    default:
      return assertNever(standing)
  }
}

/** Before the user, on a display that is there. */
export function bringToFront(window: BrowserWindow, { choices, displays }: StandingParts): void {
  if (window.isMinimized()) window.restore()
  if (!window.isVisible() && choices.window().maximised) window.maximize()
  else if (!window.isVisible()) bringBack(window, displays())
  window.show()
  window.focus()
}

/** Displays may have gone or changed while it was hidden. */
function bringBack(window: BrowserWindow, displays: readonly [WorkArea, ...WorkArea[]]): void {
  const bounds = window.getBounds()
  const placed = placeWindow(bounds, displays)
  if (!isSamePlace(bounds, placed)) window.setBounds(placed)
}
