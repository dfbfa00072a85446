import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { EventEmitter } from 'node:events'

/** A window in the test's hands: does what it is told, at once, and keeps count. */
export interface FakeWindow {
  readonly window: BrowserWindow
  readonly options: BrowserWindowConstructorOptions
  readonly state: FakeWindowState
  readonly contents: EventEmitter
  emit(event: string, ...values: readonly unknown[]): void
  /** Closed by its button; answers whether it let itself be. */
  close(): boolean
  /** Moved by the user. */
  move(bounds: Rectangle): void
}

export interface FakeWindowState {
  bounds: Rectangle
  visible: boolean
  focused: boolean
  minimised: boolean
  maximised: boolean
  fullScreen: boolean
  destroyed: boolean
  ground: string
  zoom: number
  loaded: readonly string[]
}

export function createFakeWindow(options: BrowserWindowConstructorOptions): FakeWindow {
  const { x = 0, y = 0, width = 800, height = 600, backgroundColor = '' } = options
  const state: FakeWindowState = {
    bounds: { x, y, width, height },
    visible: options.show ?? true,
    focused: false,
    minimised: false,
    maximised: false,
    fullScreen: false,
    destroyed: false,
    ground: backgroundColor,
    zoom: options.webPreferences?.zoomFactor ?? 1,
    loaded: [],
  }
  const contents = Object.assign(new EventEmitter(), contentsMethods(state))
  const events = new EventEmitter()
  const methods = { ...showingMethods(state, events), ...boundsMethods(state, events), ...endMethods(state, events) }
  // A window and its contents as far as ours are used; nothing else of them is asked for.
  const window = Object.assign(events, methods, { webContents: contents }) as unknown as BrowserWindow
  return {
    window,
    options,
    state,
    contents,
    emit: (event, ...values) => void events.emit(event, ...values),
    close: () => close(state, events),
    move: (bounds) => {
      state.bounds = bounds
      events.emit('move')
      events.emit('resize')
    },
  }
}

function contentsMethods(state: FakeWindowState) {
  return {
    setZoomFactor: (factor: number) => void (state.zoom = factor),
    reload: () => void (state.loaded = [...state.loaded, 'reload']),
  }
}

function showingMethods(state: FakeWindowState, events: EventEmitter) {
  const become = (change: Partial<FakeWindowState>, event: string) => (): void => {
    Object.assign(state, change)
    events.emit(event)
  }
  return {
    show: become({ visible: true, minimised: false }, 'show'),
    showInactive: become({ visible: true }, 'show'),
    minimize: become({ minimised: true, visible: true, focused: false }, 'minimize'),
    hide: become({ visible: false, focused: false }, 'hide'),
    focus: become({ focused: true }, 'focus'),
    restore: become({ minimised: false }, 'restore'),
    maximize: become({ maximised: true, visible: true }, 'maximize'),
    setFullScreen: (on: boolean) => become({ fullScreen: on }, on ? 'enter-full-screen' : 'leave-full-screen')(),
    isVisible: () => state.visible,
    isFocused: () => state.focused,
    isMinimized: () => state.minimised,
    isMaximized: () => state.maximised,
    isFullScreen: () => state.fullScreen,
  }
}

function boundsMethods(state: FakeWindowState, events: EventEmitter) {
  return {
    getBounds: () => state.bounds,
    getNormalBounds: () => state.bounds,
    setBounds: (bounds: Rectangle) => {
      state.bounds = bounds
      events.emit('move')
    },
    setBackgroundColor: (ground: string) => void (state.ground = ground),
    loadURL: (url: string) => {
      state.loaded = [...state.loaded, url]
      return Promise.resolve()
    },
  }
}

function endMethods(state: FakeWindowState, events: EventEmitter) {
  return {
    isDestroyed: () => state.destroyed,
    destroy: () => {
      if (state.destroyed) return
      Object.assign(state, { destroyed: true, visible: false, focused: false })
      events.emit('closed')
    },
  }
}

function close(state: FakeWindowState, events: EventEmitter): boolean {
  const asked = { prevented: false }
  events.emit('close', { preventDefault: () => void (asked.prevented = true) })
  if (asked.prevented) return false
  Object.assign(state, { destroyed: true, visible: false, focused: false })
  events.emit('closed')
  return true
}
