import { EventEmitter } from 'node:events'
import type { IpcMain, WebContents, WebFrameMain, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import { schemeOf } from './page-fetch.ts'
import { presentWhileAlive } from './present.ts'
import { isBuiltIn } from './protocol-handlers.ts'
import type { OneSession } from './session.ts'
import { createFrame, type Frame } from './web-frame.ts'
import type { FullPreferences } from './web-preferences.ts'

export interface ContentsPorts {
  readonly number: number
  readonly preferences: FullPreferences
  readonly session: OneSession
  readonly ipcMain: IpcMain
}

/** A page as main sees it, with what only the stand-in does to it. */
export interface Contents extends ContentsPorts {
  readonly contents: WebContents
  readonly events: EventEmitter
  readonly main: Frame
  readonly state: ContentsState
}

export interface ContentsState {
  url: string
  zoom: number
  isLoading: boolean
  isCrashed: boolean
  isDestroyed: boolean
  hasDevTools: boolean
  openHandler: ((details: { url: string }) => WindowOpenHandlerResponse) | null
  /** Settles the promise of the load under way. */
  settle: (failure: Error | null) => void
}

/** Electron has it, its declarations do not. */
type Undeclared = { getLastWebPreferences(): WebPreferences }

export function createContents(context: Context, ports: ContentsPorts): Contents {
  const { strict, channel } = context
  const { number, preferences, session } = ports
  const events = new EventEmitter()
  const main = createFrame(number, null, '')
  const state = freshState(preferences.zoomFactor ?? 1)

  const contents: WebContents = presentWhileAlive<WebContents & Undeclared>(
    events,
    () => strict.need(!state.isDestroyed, 'Object has been destroyed'),
    {
      id: number,
      session: session.session,
      get mainFrame() {
        return main.frame
      },
      isDestroyed: () => state.isDestroyed,
      isCrashed: () => state.isCrashed,
      isLoading: () => state.isLoading,
      getType: () => 'window',
      getURL: () => state.url,
      getLastWebPreferences: () => preferences,
      loadURL: (url) => load(url),
      reload: () => reload(),
      send: (name, ...values) => send(name, values),
      setWindowOpenHandler: (handler) => void (state.openHandler = handler as ContentsState['openHandler']), // its details are filled where it is asked
      ...zoomMethods(
        (factor) => zoomTo(factor),
        () => state.zoom,
      ),
      ...devToolsMethods(context, preferences, state),
    },
  )

  function load(url: string): Promise<void> {
    needLoadable(context, session, url)
    state.settle(new Error(`ERR_ABORTED (-3) loading '${state.url}'`))
    start(contents, events, main.frame, state, url)
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    state.settle = (failure) => (failure === null ? resolve(undefined) : reject(failure))
    promise.catch(() => undefined) // Electron's promise, too, is not heard by most
    channel.say({ kind: 'window-load', window: number, url })
    return promise
  }

  function reload(): void {
    start(contents, events, main.frame, state, state.url)
    channel.say({ kind: 'window-reload', window: number })
  }

  function send(name: string, values: readonly unknown[]): void {
    strict.need(typeof name === 'string' && name !== '', 'webContents.send needs a channel.')
    needCloneable(context, values)
    if (!state.isCrashed) channel.say({ kind: 'send', window: number, channel: name, values })
  }

  function zoomTo(factor: number): void {
    strict.need(factor > 0, 'webContents.setZoomFactor: the factor must be above 0.')
    state.zoom = factor
    channel.say({ kind: 'window-zoom', window: number, factor })
    context.changed()
  }

  if (state.zoom !== 1) zoomTo(state.zoom)
  return { ...ports, contents, events, main, state }
}

function freshState(zoom: number): ContentsState {
  const flags = { isLoading: false, isCrashed: false, isDestroyed: false, hasDevTools: false }
  return { ...flags, url: '', zoom, openHandler: null, settle: () => undefined }
}

/** Chromium's steps: each level is a fifth more. */
function zoomMethods(
  set: (factor: number) => void,
  get: () => number,
): Pick<WebContents, 'setZoomFactor' | 'getZoomFactor' | 'setZoomLevel' | 'getZoomLevel' | 'zoomFactor' | 'zoomLevel'> {
  const levelOf = (factor: number): number => Math.log(factor) / Math.log(1.2)
  return {
    setZoomFactor: set,
    getZoomFactor: get,
    setZoomLevel: (level) => set(1.2 ** level),
    getZoomLevel: () => levelOf(get()),
    get zoomFactor() {
      return get()
    },
    set zoomFactor(factor) {
      set(factor)
    },
    get zoomLevel() {
      return levelOf(get())
    },
    set zoomLevel(level) {
      set(1.2 ** level)
    },
  }
}

/** Where `devTools` is off Electron opens nothing and says nothing. */
function devToolsMethods(
  { changed }: Context,
  { devTools }: FullPreferences,
  state: ContentsState,
): Pick<WebContents, 'openDevTools' | 'closeDevTools' | 'toggleDevTools' | 'isDevToolsOpened'> {
  function set(isOpen: boolean): void {
    state.hasDevTools = devTools && isOpen
    changed()
  }
  return {
    openDevTools: () => set(true),
    closeDevTools: () => set(false),
    toggleDevTools: () => set(!state.hasDevTools),
    isDevToolsOpened: () => state.hasDevTools,
  }
}

function needLoadable({ strict }: Context, { handlers }: OneSession, url: string): void {
  strict.need(URL.canParse(url), `loadURL: “${url}” is no address.`)
  const scheme = schemeOf(url)
  const isHandled = isBuiltIn(scheme) || handlers.find(scheme) !== undefined
  strict.need(isHandled, `loadURL: nobody handles the scheme of “${url}”.`)
}

function needCloneable({ strict }: Context, values: readonly unknown[]): void {
  try {
    structuredClone(values)
  } catch {
    strict.forbid('An object could not be cloned.')
  }
}

/** A navigation main itself began: nobody is asked, and the page that was there is gone. */
function start(
  contents: WebContents,
  events: EventEmitter,
  frame: WebFrameMain,
  state: ContentsState,
  url: string,
): void {
  Object.assign(state, { url, isLoading: true, isCrashed: false })
  const details = { url, isSameDocument: false, isMainFrame: true, frame, initiator: null }
  events.emit('did-start-navigation', createEvent(details), url, false, true, frame.processId, frame.routingId)
  if (!contents.isDestroyed()) events.emit('did-start-loading')
}
