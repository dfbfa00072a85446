import type { EventEmitter } from 'node:events'
import type { App } from 'electron'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'

export interface Quitting extends Pick<App, 'quit' | 'exit'> {
  /** A window's listeners would not let it close, which ends the quitting. */
  stayed(): void
  allGone(): void
}

export interface QuittingPorts {
  readonly events: EventEmitter
  readonly windows: () => readonly { readonly window: { close(): void; destroy(): void } }[]
}

/**
 * The order electronjs.org/docs/latest/api/app documents: `before-quit`, the windows close, `will-quit`, `quit`, end. Each of
 * the first three can be prevented. Without a listener for `window-all-closed` the app quits with its last window.
 */
export function createQuitting({ channel }: Context, { events, windows }: QuittingPorts): Quitting {
  const state = { isQuitting: false, isEnding: false }

  function quit(): void {
    if (state.isQuitting || state.isEnding) return
    const event = createEvent({})
    events.emit('before-quit', event)
    if (event.defaultPrevented) return
    state.isQuitting = true
    if (windows().length === 0) willQuit()
    else for (const { window } of windows()) window.close()
  }

  function willQuit(): void {
    const event = createEvent({})
    events.emit('will-quit', event)
    if (event.defaultPrevented) state.isQuitting = false
    else end(0)
  }

  function end(code: number): void {
    if (state.isEnding) return
    state.isEnding = true
    for (const { window } of windows()) window.destroy()
    events.emit('quit', createEvent({}), code)
    channel.exit(code)
  }

  function allGone(): void {
    if (state.isEnding) return
    if (state.isQuitting) return willQuit()
    if (!events.emit('window-all-closed')) quit()
  }

  return { quit, exit: (code = 0) => end(code), stayed: () => void (state.isQuitting = false), allGone }
}
