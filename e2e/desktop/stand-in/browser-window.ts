import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, IpcMain, Rectangle } from 'electron'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import { presentWhileAlive } from './present.ts'
import type { Sessions } from './sessions.ts'
import { createContents, type Contents } from './web-contents.ts'
import { fillPreferences } from './web-preferences.ts'
import { boundsMethods, type BoundsPorts } from './window-bounds.ts'
import { focusMethods } from './window-focus.ts'
import { showingMethods, spreadingMethods } from './window-showing.ts'
import { placeWindow, type WindowState } from './window-state.ts'

export interface OneWindow extends BoundsPorts {
  readonly window: BrowserWindow
  readonly page: Contents
}

export interface WindowPorts {
  readonly number: number
  readonly app: EventEmitter
  readonly sessions: Sessions
  readonly ipcMain: IpcMain
  readonly isSandboxed: boolean
  readonly area: () => Rectangle
  readonly takeFocus: () => void
  /** The window's listeners would not let it close. */
  readonly stayed: () => void
  readonly gone: () => void
}

/** Opens a window: its page is made at once, and shown unless `show` says otherwise. */
export function createWindow(
  context: Context,
  ports: WindowPorts,
  options: BrowserWindowConstructorOptions,
): OneWindow {
  const { strict } = context
  strict.needKnownOptions('BrowserWindowConstructorOptions', options, 'BrowserWindow')
  const state = placeWindow(options, ports.area())
  const events = new EventEmitter()
  const page = openPage(context, ports, options, state)
  const bounds = { number: ports.number, events, state, area: ports.area }
  const focus = focusMethods(context, { ...bounds, ...ports, window: () => window })
  const showing = showingMethods(context, bounds, focus)
  const closing = closingMethods(context, ports, events, state, page)

  const window: BrowserWindow = presentWhileAlive<BrowserWindow>(
    events,
    () => strict.need(!state.isDestroyed, 'Object has been destroyed'),
    {
      id: ports.number,
      webContents: page.contents,
      isDestroyed: () => state.isDestroyed,
      loadURL: (url, given) => page.contents.loadURL(url, given),
      reload: () => page.contents.reload(),
    },
    boundsMethods(context, bounds),
    focus,
    showing,
    spreadingMethods(context, bounds, showing),
    lookMethods(context, state),
    closing,
  )
  if (options.show ?? true) showing.show()
  return { ...bounds, window, page }
}

function openPage(
  context: Context,
  { number, sessions, ipcMain, isSandboxed }: WindowPorts,
  options: BrowserWindowConstructorOptions,
  state: WindowState,
): Contents {
  const preferences = fillPreferences(context, options.webPreferences ?? {}, isSandboxed)
  const { partition } = preferences
  const session = partition === undefined ? sessions.of(preferences.session) : sessions.partition(partition)
  const { contextIsolation, sandbox, nodeIntegration, preload = null } = preferences
  const { width, height } = state.bounds
  const asked = { width, height, preload, contextIsolation, sandbox, nodeIntegration }
  context.channel.say({ kind: 'window-open', window: number, options: asked })
  return createContents(context, { number, preferences, session, ipcMain })
}

function lookMethods(
  { changed }: Context,
  state: WindowState,
): Pick<
  BrowserWindow,
  | 'getTitle'
  | 'setTitle'
  | 'title'
  | 'flashFrame'
  | 'setSkipTaskbar'
  | 'setBackgroundColor'
  | 'setMenuBarVisibility'
  | 'isMenuBarVisible'
  | 'setAutoHideMenuBar'
  | 'setMenu'
  | 'removeMenu'
  | 'setIcon'
  | 'setOverlayIcon'
  | 'setProgressBar'
> {
  function change(part: Partial<WindowState>): void {
    Object.assign(state, part)
    changed()
  }
  return {
    getTitle: () => state.title,
    setTitle: (title) => change({ title }),
    get title() {
      return state.title
    },
    set title(title) {
      change({ title })
    },
    flashFrame: (isFlashing) => change({ isFlashing }),
    setSkipTaskbar: () => undefined,
    setBackgroundColor: () => undefined,
    setMenuBarVisibility: (hasMenuBar) => change({ hasMenuBar }),
    isMenuBarVisible: () => state.hasMenuBar,
    setAutoHideMenuBar: () => undefined,
    setMenu: () => undefined,
    removeMenu: () => undefined,
    setIcon: () => undefined,
    setOverlayIcon: () => undefined,
    setProgressBar: () => undefined,
  }
}

/** `close` asks the listeners first and destroys a moment later, as the page is asked then; `destroy` asks nobody. */
function closingMethods(
  { channel, changed }: Context,
  ports: WindowPorts,
  events: EventEmitter,
  state: WindowState,
  page: Contents,
): Pick<BrowserWindow, 'close' | 'destroy'> {
  function destroy(): void {
    if (state.isDestroyed) return
    page.state.settle(new Error(`ERR_ABORTED (-3) loading '${page.state.url}'`))
    Object.assign(page.state, { isDestroyed: true, isLoading: false })
    page.main.gone()
    page.events.emit('destroyed')
    state.isDestroyed = true
    channel.say({ kind: 'window-gone', window: ports.number })
    ports.gone()
    events.emit('closed')
    changed()
  }

  function close(): void {
    const event = createEvent({})
    events.emit('close', event)
    if (event.defaultPrevented) ports.stayed()
    else setImmediate(destroy)
  }

  return { close, destroy }
}
