import { EventEmitter } from 'node:events'
import type { IpcMain, WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { loadingMethods } from './contents-loading.ts'
import { devToolsMethods, zoomMethods } from './contents-tools.ts'
import type { Context } from './context.ts'
import { presentWhileAlive } from './present.ts'
import type { OneSession } from './session.ts'
import { createFrame, type Frame } from './web-frame.ts'
import type { FullPreferences } from './web-preferences.ts'

export interface ContentsPorts {
  readonly number: number
  readonly preferences: FullPreferences
  readonly session: OneSession
  readonly ipcMain: IpcMain
}

/** What its methods are made of. */
export interface ContentsParts extends ContentsPorts {
  readonly events: EventEmitter
  readonly main: Frame
  readonly state: ContentsState
}

/** A page as main sees it, with what only the stand-in does to it. */
export interface Contents extends ContentsParts {
  readonly contents: WebContents
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
  const state = freshState(ports.preferences.zoomFactor ?? 1)
  const parts: ContentsParts = {
    ...ports,
    state,
    events: new EventEmitter(),
    main: createFrame(ports.number, null, ''),
  }
  const zoom = zoomMethods(context, parts)
  const needAlive = (): void => context.strict.need(!state.isDestroyed, 'Object has been destroyed')
  const contents = presentWhileAlive<WebContents>(
    parts.events,
    needAlive,
    stateMethods(parts),
    loadingMethods(context, parts),
    zoom,
    devToolsMethods(context, parts),
    { send: (name, ...values) => send(context, parts, name, values) },
  )
  presentWhileAlive<Undeclared>(parts.events, needAlive, { getLastWebPreferences: () => ports.preferences })
  if (state.zoom !== 1) zoom.setZoomFactor(state.zoom)
  return { ...parts, contents }
}

function freshState(zoom: number): ContentsState {
  const flags = { isLoading: false, isCrashed: false, isDestroyed: false, hasDevTools: false }
  return { ...flags, url: '', zoom, openHandler: null, settle: () => undefined }
}

function stateMethods({ number, session, main, state }: ContentsParts): Partial<WebContents> {
  return {
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
    setWebRTCIPHandlingPolicy: () => undefined,
    // The details it takes are filled where it is asked.
    setWindowOpenHandler: (handler) => void (state.openHandler = handler as ContentsState['openHandler']),
  }
}

function send(
  { strict, channel }: Context,
  { number, state }: ContentsParts,
  name: string,
  values: readonly unknown[],
): void {
  strict.need(typeof name === 'string' && name !== '', 'webContents.send needs a channel.')
  strict.need(isCloneable(values), 'An object could not be cloned.')
  if (!state.isCrashed) channel.say({ kind: 'send', window: number, channel: name, values })
}

function isCloneable(values: readonly unknown[]): boolean {
  try {
    structuredClone(values)
    return true
  } catch {
    return false
  }
}
