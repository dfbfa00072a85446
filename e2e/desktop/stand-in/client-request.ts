import { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers'
import type { ClientRequest } from 'electron'
import { netError } from './net-errors.ts'
import { fetchOnce, type Hop } from './one-hop.ts'
import { present } from './present.ts'
import { readRequest, setRequestHeader, type Forbid, type ReadRequest, type RequestOptions } from './request-options.ts'

const MOST_REDIRECTS = 20

export interface RequestPorts {
  readonly isOnline: () => boolean
  /** Ends of the requests on their way, for `session.closeAllConnections`. */
  readonly connections: Set<() => void>
  /** What becomes of what Electron refuses; without it, an error is thrown. */
  readonly forbid?: Forbid
}

interface RequestState {
  isAborted: boolean
  isStarted: boolean
  follow: (() => void) | null
  hop: Hop | null
}

/**
 * `net.request`: a stream that is written to, ended, and tells by events. Redirects are followed, refused, or put to
 * the listener, as lib/common/api/net-client-request.ts of Electron does.
 */
export function createClientRequest(options: RequestOptions, ports: RequestPorts): ClientRequest {
  const { connections, forbid = fail } = ports
  const read = readRequest(forbid, options)
  const state: RequestState = { isAborted: false, isStarted: false, follow: null, hop: null }
  const body: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      body.push(Buffer.from(chunk))
      done()
    },
    final: (done) => {
      state.isStarted = true
      if (!state.isAborted) void hop(read.url, read.method, MOST_REDIRECTS)
      done()
    },
    autoDestroy: false,
  })
  const end = (): void => die('net::ERR_ABORTED')
  connections.add(end)
  stream.once('close', () => connections.delete(end))

  /** One address of the way; the answer that is no redirect ends it. */
  async function hop(url: URL, method: string, left: number): Promise<void> {
    state.hop = fetchOnce(url, { method, headers: read.headers, body: Buffer.concat(body), isOnline: ports.isOnline() })
    try {
      const { response, redirect } = await state.hop.answered
      if (redirect === null) stream.emit('response', response)
      else redirected(redirect.url, redirect.method, response, left)
    } catch (error) {
      die(netError(error))
    }
  }

  function redirected(url: URL, method: string, response: { statusCode: number; headers: object }, left: number): void {
    if (read.redirect === 'error') return die("Attempted to redirect, but redirect policy was 'error'")
    if (left === 0) return die('net::ERR_TOO_MANY_REDIRECTS')
    const asked = { isFollowed: read.redirect === 'follow' }
    state.follow = () => void (asked.isFollowed = true)
    stream.emit('redirect', response.statusCode, method, url.href, response.headers)
    state.follow = null
    if (state.isAborted) return
    state.hop?.cancel()
    if (asked.isFollowed) void hop(url, method, left - 1)
    else die('Redirect was cancelled')
  }

  function die(why: string): void {
    if (state.isAborted || stream.destroyed) return
    state.hop?.cancel()
    stream.destroy(new Error(why))
  }

  function abort(): void {
    if (state.isAborted) return
    state.isAborted = true
    state.hop?.cancel()
    nextTurn(() => stream.emit('abort'))
    stream.destroy()
  }

  return present<ClientRequest>(stream, {
    abort,
    chunkedEncoding: false,
    followRedirect: () => {
      if (state.follow === null) forbid('followRedirect() called, but was not waiting for a redirect')
      else state.follow()
    },
    ...headerMethods(read, state, forbid),
    getUploadProgress: () => ({ active: false, started: state.isStarted, current: 0, total: 0 }),
  })
}

function fail(sentence: string): never {
  throw new TypeError(sentence)
}

function headerMethods(
  { headers }: ReadRequest,
  state: RequestState,
  forbid: Forbid,
): Pick<ClientRequest, 'setHeader' | 'getHeader' | 'removeHeader'> {
  const needUnsent = (): void => void (state.isStarted && forbid("Can't set headers after they are sent"))
  return {
    setHeader: (name, value) => {
      needUnsent()
      setRequestHeader(forbid, headers, name, value)
    },
    getHeader: (name) => headers.get(name.toLowerCase())?.value ?? '',
    removeHeader: (name) => {
      needUnsent()
      headers.delete(name.toLowerCase())
    },
  }
}
