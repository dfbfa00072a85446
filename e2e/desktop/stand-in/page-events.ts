import type { IpcMainEvent, WebFrameMain } from 'electron'
import { createEvent } from './electron-event.ts'
import type { Navigation, PageMessage } from './protocol.ts'
import type { Contents } from './web-contents.ts'
import { createFrame } from './web-frame.ts'

/** The page has loaded: what Electron tells then, in its order. */
export function tellLoaded({ events, main, state }: Contents): void {
  state.isLoading = false
  main.moved(state.url)
  events.emit('did-navigate', createEvent({}), state.url, 200, 'OK')
  events.emit('dom-ready', createEvent({}))
  events.emit('did-finish-load')
  events.emit('did-stop-loading')
  state.settle(null)
}

export function tellLoadFailed({ events, state }: Contents, reason: string): void {
  state.isLoading = false
  const code = reason.includes('ABORTED') ? -3 : -2
  events.emit('did-fail-load', createEvent({}), code, reason, state.url, true, 1, 1)
  events.emit('did-stop-loading')
  state.settle(new Error(`${reason} (${code}) loading '${state.url}'`))
}

/** A message of the page's preload, to `ipcMain`. */
export function takeMessage(page: Contents, { channel, values, frame }: PageMessage): void {
  if (page.state.isDestroyed) return
  if (frame.isMain) page.main.moved(frame.url)
  const senderFrame = frame.isMain ? page.main.frame : createFrame(0, page.main.frame, frame.url).frame
  const event = {
    ...createEvent({}),
    sender: page.contents,
    senderFrame,
    frameId: senderFrame.routingId,
    processId: senderFrame.processId,
    ports: [],
    type: 'frame',
    returnValue: undefined,
    reply: (name, ...answer) => page.contents.send(name, ...answer),
  } satisfies IpcMainEvent
  page.ipcMain.emit(channel, event, ...values)
}

/** Asks main's listeners whether the page may go there. */
export function mayNavigate(page: Contents, { url, how }: Navigation): boolean {
  switch (how) {
    case 'open':
      return page.state.openHandler?.(openDetails(url)).action !== 'deny'
    case 'in-page':
      return started(page, url, page.main.frame, how)
    case 'frame':
      return asked(page, ['will-frame-navigate'], url, createFrame(0, page.main.frame, url).frame)
    case 'redirect':
      return asked(page, ['will-redirect'], url, page.main.frame)
    case 'navigate':
      return asked(page, ['will-frame-navigate', 'will-navigate'], url, page.main.frame)
  }
}

function openDetails(url: string): { url: string } {
  const details = {
    url,
    frameName: '',
    features: '',
    disposition: 'foreground-tab',
    referrer: { url: '', policy: 'default' },
  }
  return details
}

function asked(page: Contents, names: readonly string[], url: string, frame: WebFrameMain): boolean {
  const isMainFrame = frame === page.main.frame
  for (const name of names) {
    const event = createEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: frame })
    page.events.emit(name, event, url, false, isMainFrame, frame.processId, frame.routingId)
    if (event.defaultPrevented) return false
  }
  return started(page, url, frame, 'navigate')
}

function started(page: Contents, url: string, frame: WebFrameMain, how: 'navigate' | 'in-page'): boolean {
  const isMainFrame = frame === page.main.frame
  const isSameDocument = how === 'in-page'
  if (isMainFrame) page.state.url = url
  const event = createEvent({ url, isSameDocument, isMainFrame, frame, initiator: frame })
  page.events.emit('did-start-navigation', event, url, isSameDocument, isMainFrame, frame.processId, frame.routingId)
  return true
}

export function tellConsole({ events, main, state }: Contents, level: string, message: string): void {
  events.emit('console-message', createEvent({ level, message, lineNumber: 0, sourceId: state.url, frame: main.frame }))
}
