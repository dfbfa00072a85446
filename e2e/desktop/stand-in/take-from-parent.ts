import type { EventEmitter } from 'node:events'
import type { Acts } from './acts.ts'
import type { Context } from './context.ts'
import { createEvent } from './electron-event.ts'
import { mayNavigate, takeMessage, tellCommitted, tellConsole, tellLoaded, tellLoadFailed } from './page-events.ts'
import { servePageFetch } from './page-fetch.ts'
import type { Act, ToMain } from './protocol.ts'
import type { OneWindow } from './browser-window.ts'
import { originOf } from './web-frame.ts'
import type { Windows } from './windows.ts'

export interface ParentPorts {
  readonly context: Context
  /** The app's own emitter. */
  readonly events: EventEmitter
  readonly windows: Windows
  readonly acts: Acts
  readonly flush: () => void
}

type Asking = Exclude<Extract<ToMain, { readonly request: number }>, { readonly kind: 'steer' }>
type Telling = Exclude<ToMain, { readonly request: number }>

/** Hears the parent, and answers what has a request number; what is recorded goes out before the answer. */
export function takeFromParent(ports: ParentPorts): void {
  const { channel } = ports.context
  channel.hear((message) => {
    // Clocks are steered by a module of their own, which answers for itself.
    if (message.kind === 'steer') return
    if (!('request' in message)) return tell(ports, message)
    void answer(ports, message).then((value) => {
      ports.flush()
      channel.say({ kind: 'answer', request: message.request, value })
    })
  })
}

async function answer({ context, windows, acts }: ParentPorts, message: Asking): Promise<unknown> {
  if (message.kind === 'act') return perform(context, acts, message.act)
  const found = windows.all().find(({ number }) => number === message.window)
  if (found === undefined) return goneAnswer(message.kind)
  const { page } = found
  switch (message.kind) {
    case 'fetch':
      return servePageFetch(page.session, page.contents, message.fetch)
    case 'navigate':
      return mayNavigate(page, message.navigation)
    case 'permissions':
      return page.session.granted(page.contents, originOf(page.state.url))
  }
}

/** What cannot be done, such as clicking an item there is not, is the test's mistake, and fails it. */
function perform({ channel }: Context, acts: Acts, act: Act): unknown {
  try {
    return acts(act)
  } catch (error) {
    channel.say({ kind: 'forbidden', what: `“${act.do}”: ${String(error)}` })
    return null
  }
}

/** A page may still ask while its window goes. */
function goneAnswer(kind: Exclude<Asking['kind'], 'act'>): unknown {
  return { fetch: { kind: 'cancelled' }, navigate: false, permissions: [] }[kind]
}

function tell({ events, windows }: ParentPorts, message: Telling): void {
  const found = windows.all().find(({ number }) => number === message.window)
  if (found === undefined) return
  const { page } = found
  switch (message.kind) {
    case 'message':
      return takeMessage(page, message.message)
    case 'committed':
      return tellCommitted(page, message.url)
    case 'loaded':
      return tellReady(found)
    case 'load-failed':
      return tellLoadFailed(page, message.reason)
    case 'console':
      return tellConsole(page, message.level, message.text)
    case 'renderer-gone':
      return tellRendererGone(found, events, message.reason)
  }
}

function tellReady({ page, events, state }: OneWindow): void {
  tellLoaded(page)
  if (!state.isVisible) events.emit('ready-to-show')
}

function tellRendererGone({ page }: OneWindow, events: EventEmitter, reason: string): void {
  page.state.isCrashed = true
  const details = { reason, exitCode: reason === 'clean-exit' ? 0 : 1 }
  page.events.emit('render-process-gone', createEvent({}), details)
  events.emit('render-process-gone', createEvent({}), page.contents, details)
}
