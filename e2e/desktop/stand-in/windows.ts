import type { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, IpcMain, Rectangle } from 'electron'
import { createWindow, type OneWindow } from './browser-window.ts'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import type { RecordedWindow } from './protocol.ts'
import type { Sessions } from './sessions.ts'

export interface Windows {
  readonly BrowserWindow: typeof BrowserWindow
  /** Throws for a window there is not. */
  find(number: number): OneWindow
  all(): readonly OneWindow[]
  recorded(): readonly RecordedWindow[]
}

export interface WindowsPorts {
  readonly app: EventEmitter
  readonly sessions: Sessions
  readonly ipcMain: IpcMain
  readonly isSandboxed: () => boolean
  readonly area: () => Rectangle
  readonly stayed: () => void
  readonly allGone: () => void
}

export function createWindows(context: Context, ports: WindowsPorts): Windows {
  const open = new Map<number, OneWindow>()
  const numbers = { last: 0 }

  function add(options: BrowserWindowConstructorOptions): BrowserWindow {
    context.strict.need(context.life.isReady(), 'Cannot create BrowserWindow before app is ready')
    const number = ++numbers.last
    const takeFocus = (): void => [...open.values()].find((each) => each.state.isFocused)?.window.blur()
    const gone = (): void => remove(number)
    const own = { ...ports, number, isSandboxed: ports.isSandboxed(), takeFocus, gone }
    const made = createWindow(context, own, options)
    open.set(number, made)
    ports.app.emit('web-contents-created', createEvent({}), made.page.contents)
    ports.app.emit('browser-window-created', createEvent({}), made.window)
    context.changed()
    return made.window
  }

  function remove(number: number): void {
    open.delete(number)
    if (open.size === 0) setImmediate(() => open.size === 0 && ports.allGone())
  }

  function find(number: number): OneWindow {
    const found = open.get(number)
    if (found === undefined) throw new Error(`There is no window ${number}.`)
    return found
  }

  return {
    BrowserWindow: withStatics(add, open),
    find,
    all: () => [...open.values()],
    recorded: () => [...open.values()].map(record),
  }
}

/** `new BrowserWindow(options)`: a function called by `new` whose object is the window itself, so no class is needed. */
function withStatics(
  add: (options: BrowserWindowConstructorOptions) => BrowserWindow,
  open: ReadonlyMap<number, OneWindow>,
): typeof BrowserWindow {
  const all = (): BrowserWindow[] => [...open.values()].map(({ window }) => window)
  const isOne = (passes: (each: OneWindow) => boolean): BrowserWindow | null =>
    [...open.values()].find(passes)?.window ?? null
  const statics = {
    getAllWindows: all,
    getFocusedWindow: () => isOne(({ state }) => state.isFocused),
    fromId: (id) => open.get(id)?.window ?? null,
    fromWebContents: (contents) => isOne(({ page }) => page.contents === contents),
  } satisfies Partial<typeof BrowserWindow>
  const construct = function (options: BrowserWindowConstructorOptions = {}): BrowserWindow {
    return add(options)
  }
  return Object.assign(construct, statics) as unknown as typeof BrowserWindow // a function is no class to the compiler
}

function record({ number, state, page }: OneWindow): RecordedWindow {
  return {
    window: number,
    title: state.title,
    bounds: state.bounds,
    visible: state.isVisible && !state.isMinimised,
    focused: state.isFocused,
    minimised: state.isMinimised,
    maximised: state.isMaximised,
    zoom: page.state.zoom,
    flashing: state.isFlashing,
  }
}
