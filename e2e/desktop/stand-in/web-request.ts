import type {
  BeforeSendResponse,
  CallbackResponse,
  HeadersReceivedResponse,
  WebContents,
  WebRequest,
  WebRequestFilter,
} from 'electron'
import type { PageFetch } from './protocol.ts'

/** What the listeners of one session make of a page's request. */
export interface RequestListeners {
  readonly webRequest: WebRequest
  /** Null when it is cancelled. */
  before(fetch: PageFetch, contents: WebContents): Promise<string | null>
  sending(fetch: PageFetch, contents: WebContents): Promise<Readonly<Record<string, string>> | null>
  received(fetch: PageFetch, contents: WebContents, response: Response): Promise<Response | null>
}

type Listener<Answer> = (details: never, answer: (answer: Answer) => void) => void

interface Slot<Answer> {
  set(filter: WebRequestFilter | Listener<Answer> | null, listener?: Listener<Answer> | null): void
  ask(details: Readonly<Record<string, unknown>> & { readonly url: string }): Promise<Answer>
}

export function createRequestListeners(): RequestListeners {
  const request = createSlot<CallbackResponse>({})
  const headers = createSlot<BeforeSendResponse>({})
  const response = createSlot<HeadersReceivedResponse>({})
  const numbers = { last: 0 }

  function detailsOf(fetch: PageFetch, webContents: WebContents) {
    const common = { id: ++numbers.last, url: fetch.url, method: fetch.method, resourceType: fetch.resourceType }
    return { ...common, webContents, webContentsId: webContents.id, referrer: '', timestamp: Date.now() }
  }

  const methods: Pick<WebRequest, 'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived'> = {
    onBeforeRequest: request.set,
    onBeforeSendHeaders: headers.set,
    onHeadersReceived: response.set,
  }
  return {
    webRequest: methods as WebRequest, // the listeners that only watch are not among ours
    before: async (fetch, contents) => {
      const answer = await request.ask({ ...detailsOf(fetch, contents), uploadData: [] })
      return answer.cancel === true ? null : (answer.redirectURL ?? fetch.url)
    },
    sending: async (fetch, contents) => {
      const answer = await headers.ask({ ...detailsOf(fetch, contents), requestHeaders: fetch.headers })
      return answer.cancel === true ? null : flat(answer.requestHeaders ?? fetch.headers)
    },
    received: async (fetch, contents, found) => {
      const had = Object.fromEntries([...found.headers].map(([name, value]) => [name, [value]]))
      const status = { statusCode: found.status, statusLine: `HTTP/1.1 ${found.status} ${found.statusText}` }
      const answer = await response.ask({ ...detailsOf(fetch, contents), ...status, responseHeaders: had })
      if (answer.cancel === true) return null
      return new Response(found.body, { status: found.status, headers: flat(answer.responseHeaders ?? had) })
    },
  }
}

/** One listener, as Electron keeps only the last; without one the request goes on as it is. */
function createSlot<Answer>(unasked: Answer): Slot<Answer> {
  const state = { filter: null as WebRequestFilter | null, listener: null as Listener<Answer> | null }
  return {
    set: (filter, listener) => {
      const isAlone = typeof filter === 'function' || filter === null
      state.filter = isAlone ? null : filter
      state.listener = isAlone ? filter : (listener ?? null)
    },
    ask: async (details) => {
      const { listener, filter } = state
      if (listener === null || (filter !== null && !matches(filter, details.url))) return unasked
      // Each listener takes the details of its own stage, which are the ones given to `ask` of its slot.
      return new Promise((resolve) => listener(details as never, resolve))
    },
  }
}

function matches(filter: WebRequestFilter, url: string): boolean {
  const isOne = (patterns: readonly string[]): boolean => patterns.some((pattern) => matchesPattern(pattern, url))
  return isOne(filter.urls) && !isOne(filter.excludeUrls ?? [])
}

/** Chromium's match patterns: `*` is any text. */
function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  return new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`).test(url)
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function flat(headers: Readonly<Record<string, string | readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))
}
