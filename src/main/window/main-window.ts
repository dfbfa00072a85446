import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import type { Log } from '../../engine/ports/log.ts'
import type { Stop } from '../../shared/link.ts'
import type { Choices } from '../choices/choices.ts'
import { PAGE_ORIGIN } from '../page-origin.ts'
import { closeOrHide } from './close-or-hide.ts'
import { placeWindow } from './place-window.ts'
import { rememberWindow } from './remember-window.ts'
import { bringToFront, standAs, standingOf, type Standing, type StandingParts } from './standing.ts'
import { watchPage } from './watch-page.ts'
import { windowOptions, type WindowParts } from './window-options.ts'
import { nextZoom, type Zoom } from './zoom.ts'

/** The app's one window, which may be open, hidden or not there. */
export interface MainWindow {
  /** Opens it where it is not there, and brings it before the user. */
  show(): void
  /** Opens it where it is not there, and shows nothing. */
  prepare(): void
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

export interface MainWindowParts extends Pick<WindowParts, 'preload' | 'devTools'>, StandingParts {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow
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
  const now = { window: null as BrowserWindow | null }
  const hidden = createListeners()
  const changed = createListeners()

  function open(standing: Standing): void {
    const window = parts.make(optionsNow(parts))
    now.window = window
    lead(window, { parts, zoom, hidden: hidden.tell, changed: changed.tell })
    window.on('closed', () => closed(window))
    window.once('ready-to-show', () => standAs(standing, window, parts))
    window.loadURL(`${PAGE_ORIGIN}/`).catch(() => !window.isDestroyed() && standAs(standing, window, parts))
  }

  function closed(window: BrowserWindow): void {
    if (now.window !== window) return
    now.window = null
    parts.onClosed()
    changed.tell()
  }

  function zoom(how: Zoom): void {
    const factor = nextZoom(parts.choices.window().zoom, how)
    parts.choices.rememberWindow({ zoom: factor })
    now.window?.webContents.setZoomFactor(factor)
  }

  function rebuild(): void {
    const old = now.window
    if (old === null) return
    // The new one first: with no window at all the app would end.
    open(standingOf(old))
    old.destroy()
  }

  return {
    show: () => (now.window === null ? open('front') : bringToFront(now.window, parts)),
    prepare: () => now.window === null && open('hidden'),
    isFocused: () => now.window?.isFocused() ?? false,
    isVisible: () => now.window?.isVisible() ?? false,
    zoom,
    reload: () => now.window?.webContents.reload(),
    rebuild,
    destroy: () => now.window?.destroy(),
    repaint: () => now.window?.setBackgroundColor(parts.ground()),
    onHidden: hidden.listen,
    onChange: changed.listen,
  }
}

function optionsNow(parts: MainWindowParts): BrowserWindowConstructorOptions {
  const { choices, displays, preload, devTools, ground } = parts
  const { bounds, zoom } = choices.window()
  return windowOptions({ preload, devTools, zoom, bounds: placeWindow(bounds, displays()), ground: ground() })
}

interface Leads {
  readonly parts: MainWindowParts
  readonly zoom: (zoom: Zoom) => void
  readonly hidden: () => void
  readonly changed: () => void
}

/** Everything that follows one window from its making to its end. */
function lead(window: BrowserWindow, { parts, zoom, hidden, changed }: Leads): void {
  window.on('closed', parts.servePage(window.webContents))
  keepZoom(window, parts.choices, zoom)
  rememberWindow(window, parts.choices)
  watchPage(window, parts.log, parts.onCrash)
  closeOrHide(window, parts.closing, hidden)
  followState(window, changed)
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

function createListeners() {
  const takers = new Set<() => void>()
  return {
    tell: () => [...takers].forEach((take) => take()),
    listen: (take: () => void): Stop => {
      takers.add(take)
      return () => void takers.delete(take)
    },
  }
}
