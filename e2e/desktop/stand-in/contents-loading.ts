import type { WebContents } from 'electron'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import { schemeOf } from './page-fetch.ts'
import { isBuiltIn } from './protocol-handlers.ts'
import type { ContentsParts } from './web-contents.ts'

/** Navigations main itself begins: nobody is asked, and the page that was there is gone. */
export function loadingMethods(context: Context, parts: ContentsParts): Pick<WebContents, 'loadURL' | 'reload'> {
  const { number, state } = parts

  function load(url: string): Promise<void> {
    needLoadable(context, parts, url)
    state.settle(new Error(`ERR_ABORTED (-3) loading '${state.url}'`))
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    state.settle = (failure) => (failure === null ? resolve(undefined) : reject(failure))
    promise.catch(() => undefined) // many a caller does not hear of it, and Electron does not mind
    start(parts, url)
    context.channel.say({ kind: 'window-load', window: number, url })
    return promise
  }

  function reload(): void {
    start(parts, state.url)
    context.channel.say({ kind: 'window-reload', window: number })
  }

  return { loadURL: load, reload }
}

/** The events come a turn later, as they do from Chromium's own thread. */
function start({ events, main, state }: ContentsParts, url: string): void {
  Object.assign(state, { url, isLoading: true, isCrashed: false })
  const { frame } = main
  const details = { url, isSameDocument: false, isMainFrame: true, frame, initiator: null }
  setImmediate(() => {
    if (state.isDestroyed) return
    events.emit('did-start-navigation', createEvent(details), url, false, true, frame.processId, frame.routingId)
    events.emit('did-start-loading')
  })
}

function needLoadable({ strict }: Context, { session }: ContentsParts, url: string): void {
  strict.need(URL.canParse(url), `loadURL: “${url}” is no address.`)
  const scheme = schemeOf(url)
  const isHandled = isBuiltIn(scheme) || session.handlers.find(scheme) !== undefined
  strict.need(isHandled, `loadURL: nobody handles the scheme of “${url}”.`)
}
