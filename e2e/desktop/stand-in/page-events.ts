import type { IpcMainEvent, WebFrameMain } from 'electron'
import { createEvent } from './electron-event.ts'
import type { Navigation, PageMessage } from './protocol.ts'
import type { Contents } from './web-contents.ts'
import { createFrame } from './web-frame.ts'

/** From here on the page's messages come from the new document. */
export function tellCommitted({ events, main, state }: Contents, url: string): void {
  state.url = url
  main.moved(url)
  events.emit('did-navigate', createEvent({}), url, 200, 'OK')
}

/** The page has loaded: what Electron tells then, in its order. */
export function tellLoaded({ events, main, state }: Contents): void {
  state.isLoading = false
  main.moved(state.url)
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

/**
 * Tells main where the page wants to go, in the order the documentation of web contents gives, and asks its listeners
 * whether it may. That the document is another one is told only once that has loaded.
 */
export function mayNavigate(page: Contents, { url, how }: Navigation): boolean {
  const { frame } = page.main
  switch (how) {
    case 'open':
      return page.state.openHandler?.(openDetails(url)).action !== 'deny'
    case 'in-page':
      return movedInPage(page, url)
    case 'frame':
      return began(page, ['will-frame-navigate'], url, createFrame(0, frame, url).frame)
    case 'redirect':
      return asked(page, ['will-redirect'], url, frame)
    case 'navigate':
      return began(page, ['will-frame-navigate', 'will-navigate'], url, frame)
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

/** These events are told of what has happened, and cannot be prevented. */
function movedInPage(page: Contents, url: string): true {
  started(page, url, page.main.frame, 'in-page')
  page.state.url = url
  page.events.emit('did-navigate-in-page', createEvent({}), url, true)
  return true
}

/** It has started before anybody is asked. */
function began(page: Contents, names: readonly string[], url: string, frame: WebFrameMain): boolean {
  started(page, url, frame, 'navigate')
  return asked(page, names, url, frame)
}

function asked(page: Contents, names: readonly string[], url: string, frame: WebFrameMain): boolean {
  const isMainFrame = frame === page.main.frame
  for (const name of names) {
    const event = createEvent({ url, isSameDocument: false, isMainFrame, frame, initiator: frame })
    page.events.emit(name, event, url, false, isMainFrame, frame.processId, frame.routingId)
    if (event.defaultPrevented) return false
  }
  if (isMainFrame) page.state.url = url
  return true
}

function started(page: Contents, url: string, frame: WebFrameMain, how: 'navigate' | 'in-page'): void {
  const isMainFrame = frame === page.main.frame
  const isSameDocument = how === 'in-page'
  const event = createEvent({ url, isSameDocument, isMainFrame, frame, initiator: frame })
  page.events.emit('did-start-navigation', event, url, isSameDocument, isMainFrame, frame.processId, frame.routingId)
}

export function tellConsole({ events, main, state }: Contents, level: string, message: string): void {
  events.emit('console-message', createEvent({ level, message, lineNumber: 0, sourceId: state.url, frame: main.frame }))
}
