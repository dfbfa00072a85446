import type { WebContents } from 'electron'
import type { Fetched, PageFetch } from './protocol.ts'
import type { OneSession } from './session.ts'

/** A request of a page: past the session's listeners, to the handler of its scheme, and back past the listeners. */
export async function servePageFetch(
  { handlers, listeners }: OneSession,
  contents: WebContents,
  fetch: PageFetch,
): Promise<Fetched> {
  const url = await listeners.before(fetch, contents)
  if (contents.isDestroyed()) return { kind: 'gone' }
  if (url === null) return { kind: 'cancelled' }
  const headers = await listeners.sending(fetch, contents)
  if (headers === null) return { kind: 'cancelled' }
  const handle = handlers.find(schemeOf(url))
  if (handle === undefined) return { kind: 'let-out' }
  const found = await answer(handle, new Request(url, { method: fetch.method, headers }))
  // A page that was closed meanwhile waits for nothing any more.
  if (contents.isDestroyed()) return { kind: 'gone' }
  const response = found && (await listeners.received(fetch, contents, found))
  return response === null ? { kind: 'cancelled' } : pack(response)
}

export function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase()
}

async function answer(
  handle: (request: Request) => Response | Promise<Response>,
  request: Request,
): Promise<Response | null> {
  try {
    return await handle(request)
  } catch {
    // Electron answers a handler that threw with a failed request (net::ERR_UNEXPECTED).
    return null
  }
}

async function pack(response: Response): Promise<Fetched> {
  if (response.type === 'error') return { kind: 'cancelled' }
  const headers = Object.fromEntries(response.headers)
  return { kind: 'response', status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) }
}
