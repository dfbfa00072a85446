import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import type { Log } from '../../engine/ports/log.ts'
import type { Stop } from '../../shared/link.ts'
import type { Choices } from '../choices/choices.ts'
import { PAGE_ORIGIN } from '../page-origin.ts'
import { closeOrHide } from './close-or-hide.ts'
import { isSamePlace, placeWindow, type WorkArea } from './place-window.ts'
import { rememberWindow } from './remember-window.ts'
import { watchPage } from './watch-page.ts'
import { windowOptions, type WindowParts } from './window-options.ts'
import { nextZoom, type Zoom } from './zoom.ts'

/** The app's one window, which may be open, hidden or not there. */
export interface MainWindow {
  /** Opens it where it is not there, and brings it before the user. */
  show(): void
  isFocused(): boolean
  isVisible(): boolean
  zoom(zoom: Zoom): void
  reload(): void
  /** A new window in the old one's place, after its page crashed. */
  rebuild(): void
  /** Ends it, whatever closing means. */
  destroy(): void
  /** The theme may have changed. */
  repaint(): void
  /** It was hidden where the user closed it. */
  onHidden(take: () => void): Stop
  /** It got or lost the focus, was shown, hidden or closed. */
  onChange(take: () => void): Stop
}

export interface MainWindowParts extends Pick<WindowParts, 'preload' | 'devTools'> {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow
  /** The primary one first. */
  readonly displays: () => readonly [WorkArea, ...WorkArea[]]
  readonly choices: Pick<Choices, 'window' | 'rememberWindow'>
  readonly log: Log
  readonly ground: () => string
  /** What closing it means just now. */
  readonly closing: () => 'hide' | 'close'
  /** Serves the page; ended when the page is gone for good. */
  readonly servePage: (contents: WebContents) => Stop
  readonly onCrash: () => void
  /** It is closed for good, not replaced by another. */
  readonly onClosed: () => void
}

export function createMainWindow(parts: MainWindowParts): MainWindow {
  const { choices } = parts
  const now = { window: null as BrowserWindow | null }
  const hidden = new Set<() => void>()
  const changed = new Set<() => void>()
  const tell = (takers: ReadonlySet<() => void>) => [...takers].forEach((take) => take())

  function open(how: 'shown' | 'hidden'): void {
    const window = parts.make(optionsNow(parts))
    now.window = window
    window.on('closed', parts.servePage(window.webContents))
    window.on('closed', () => closed(window))
    keepZoom(window, choices, zoom)
    rememberWindow(window, choices)
    watchPage(window, parts.log, parts.onCrash)
    closeOrHide(window, parts.closing, () => tell(hidden))
    followState(window, () => tell(changed))
    if (how === 'shown') window.once('ready-to-show', () => appear(window, parts))
    window.loadURL(`${PAGE_ORIGIN}/`).catch(() => how === 'shown' && !window.isDestroyed() && window.show())
  }

  function closed(window: BrowserWindow): void {
    if (now.window !== window) return
    now.window = null
    parts.onClosed()
    tell(changed)
  }

  function zoom(how: Zoom): void {
    const factor = nextZoom(choices.window().zoom, how)
    choices.rememberWindow({ zoom: factor })
    now.window?.webContents.setZoomFactor(factor)
  }

  return {
    show: () => {
      if (now.window === null) open('shown')
      else appear(now.window, parts)
    },
    isFocused: () => now.window?.isFocused() ?? false,
    isVisible: () => now.window?.isVisible() ?? false,
    zoom,
    reload: () => now.window?.webContents.reload(),
    rebuild: () => {
      const old = now.window
      if (old === null) return
      // The new one first: with no window at all the app would end.
      open(old.isVisible() ? 'shown' : 'hidden')
      old.destroy()
    },
    destroy: () => now.window?.destroy(),
    repaint: () => now.window?.setBackgroundColor(parts.ground()),
    onHidden: (take) => listen(hidden, take),
    onChange: (take) => listen(changed, take),
  }
}

function optionsNow({
  choices,
  displays,
  preload,
  devTools,
  ground,
}: MainWindowParts): BrowserWindowConstructorOptions {
  const { bounds, zoom } = choices.window()
  return windowOptions({ preload, devTools, zoom, bounds: placeWindow(bounds, displays()), ground: ground() })
}

/** Before the user, on a display that is there. */
function appear(window: BrowserWindow, { choices, displays }: MainWindowParts): void {
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

function keepZoom(window: BrowserWindow, choices: MainWindowParts['choices'], zoom: (zoom: Zoom) => void): void {
  const { webContents } = window
  // Chromium has a memory of its own for zoom, by address; ours is the one that counts.
  webContents.on('did-finish-load', () => webContents.setZoomFactor(choices.window().zoom))
  webContents.on('zoom-changed', (_, direction) => zoom(direction))
}

function followState(window: BrowserWindow, tell: () => void): void {
  window.on('focus', tell)
  window.on('blur', tell)
  window.on('show', tell)
  window.on('hide', tell)
  window.on('minimize', tell)
  window.on('restore', tell)
}

function listen(takers: Set<() => void>, take: () => void): Stop {
  takers.add(take)
  return () => void takers.delete(take)
}
