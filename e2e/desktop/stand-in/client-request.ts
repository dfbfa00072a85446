import { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers'
import type { ClientRequest } from 'electron'
import { createJourney, type Journey } from './journey.ts'
import { present } from './present.ts'
import {
  readRequest,
  setRequestHeader,
  type Forbid,
  type RequestHeaders,
  type RequestOptions,
} from './request-options.ts'

export interface RequestPorts {
  readonly isOnline: () => boolean
  /** Ends of the requests on their way, for `session.closeAllConnections`. */
  readonly connections: Set<() => void>
  /** What becomes of what Electron refuses; without it, an error is thrown. */
  readonly forbid?: Forbid
}

/**
 * `net.request`: a stream that is written to, ended, and tells by events. Redirects are followed, refused, or put to
 * the listener, as lib/common/api/net-client-request.ts of Electron does.
 */
export function createClientRequest(options: RequestOptions, ports: RequestPorts): ClientRequest {
  const { isOnline, connections, forbid = fail } = ports
  const read = readRequest(forbid, options)
  const body: Buffer[] = []
  const stream: Writable = createStream(body, () => journey.start())
  const journey = createJourney({ stream, read, isOnline, body: () => Buffer.concat(body) })
  const end = (): void => journey.fail('net::ERR_ABORTED')
  connections.add(end)
  stream.once('close', () => connections.delete(end))
  return present<ClientRequest>(
    stream,
    headerMethods(read.headers, () => stream.writableEnded, forbid),
    journeyMethods(stream, journey, forbid),
  )
}

/** Electron, too, sends only once the whole body is there. */
function createStream(body: Buffer[], ended: () => void): Writable {
  return new Writable({
    write: (chunk: Buffer, _, done) => {
      body.push(Buffer.from(chunk))
      done()
    },
    final: (done) => {
      ended()
      done()
    },
    autoDestroy: false,
  })
}

function fail(sentence: string): never {
  throw new TypeError(sentence)
}

function journeyMethods(
  stream: Writable,
  journey: Journey,
  forbid: Forbid,
): Pick<ClientRequest, 'abort' | 'followRedirect' | 'chunkedEncoding' | 'getUploadProgress'> {
  return {
    chunkedEncoding: false,
    abort: () => {
      if (stream.destroyed) return
      journey.cancel()
      nextTurn(() => stream.emit('abort'))
      stream.destroy()
    },
    followRedirect: () =>
      void (journey.follow() || forbid('followRedirect() called, but was not waiting for a redirect')),
    getUploadProgress: () => ({ active: false, started: stream.writableEnded, current: 0, total: 0 }),
  }
}

function headerMethods(
  headers: RequestHeaders,
  isSent: () => boolean,
  forbid: Forbid,
): Pick<ClientRequest, 'setHeader' | 'getHeader' | 'removeHeader'> {
  const needUnsent = (): void => void (isSent() && forbid("Can't set headers after they are sent"))
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
