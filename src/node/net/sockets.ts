import { HttpsProxyAgent } from 'https-proxy-agent'
import { WebSocket, type ClientOptions } from 'ws'
import type { Socket, SocketEnd, SocketListener, Sockets } from '../../engine/ports/sockets.ts'
import type { Failure } from '../../shared/result.ts'
import { handshakeRefused, networkFailure, notAnAddress, proxyRefused, proxyUnusable } from './network-failure.ts'
import type { Route } from './proxy-choice.ts'
import type { Routes } from './routes.ts'

const LARGEST_FRAME = 16 * 1024 * 1024
/** The code RFC 6455 §7.4.1 reserves for a connection that ended without a close frame. */
const ABNORMAL = 1006

export interface NodeSockets extends Sockets {
  /** Drops every connection still open. */
  close(): void
}

/** WebSocket clients over ws. Frames are not compressed: both sides would pay more time than the bytes are worth. */
export function createNodeSockets(routes: Routes): NodeSockets {
  const open = new Set<Socket>()

  function track(url: string, listener: SocketListener): Socket {
    const socket = connect(routes, url, {
      ...callsOf(listener),
      closed: (end) => {
        open.delete(socket)
        listener.closed(end)
      },
    })
    open.add(socket)
    return socket
  }

  return {
    open: track,
    close: () => {
      for (const socket of [...open]) socket.terminate()
    },
  }
}

function callsOf(listener: SocketListener): SocketListener {
  return {
    opened: () => listener.opened(),
    text: (text) => listener.text(text),
    stirred: () => listener.stirred(),
    closed: (end) => listener.closed(end),
  }
}

/** The way is found first, so for a moment there is no connection yet that could be closed. */
function connect(routes: Routes, url: string, listener: SocketListener): Socket {
  const state: { socket: WebSocket | null; over: boolean; givenUp: boolean } = {
    socket: null,
    over: false,
    givenUp: false,
  }

  function end(how: SocketEnd): void {
    if (state.over) return
    state.over = true
    listener.closed(how)
  }

  function giveUp(): void {
    state.givenUp = true
    queueMicrotask(() => end({ code: ABNORMAL, reason: 'closed before it was open' }))
  }

  async function start(): Promise<void> {
    const address = URL.parse(url)
    if (address === null) return end(failedWith(notAnAddress(url)))
    const route = await routes.routeFor(address)
    if (state.givenUp) return
    if (route.kind === 'unusable') return end(failedWith(proxyUnusable(address.host, route)))
    state.socket = dial({ url, host: address.host, route, listener, end })
  }

  // Later, so that whoever opened the socket holds it before hearing of it.
  queueMicrotask(() => void start().catch(() => end(failedWith(notAnAddress(url)))))
  const whenOpen = (use: (socket: WebSocket) => void) => {
    if (state.socket?.readyState === WebSocket.OPEN) use(state.socket)
  }
  return {
    send: (text) => whenOpen((socket) => socket.send(text)),
    ping: () => whenOpen((socket) => socket.ping()),
    close: () => (state.socket === null ? giveUp() : state.socket.close()),
    terminate: () => (state.socket === null ? giveUp() : state.socket.terminate()),
  }
}

interface Dial {
  readonly url: string
  readonly host: string
  readonly route: Exclude<Route, { kind: 'unusable' }>
  readonly listener: SocketListener
  readonly end: (how: SocketEnd) => void
}

function dial({ url, host, route, listener, end }: Dial): WebSocket {
  const trouble: { failure: Failure | null; opened: boolean } = { failure: null, opened: false }
  const blame = (failure: Failure) => {
    if (!trouble.opened) trouble.failure ??= failure
  }
  const socket = new WebSocket(url, optionsFor(route, host, blame))
  socket.on('open', () => {
    trouble.opened = true
    listener.opened()
  })
  socket.on('message', (data: Buffer) => listener.text(data.toString('utf8')))
  socket.on('ping', () => listener.stirred())
  socket.on('pong', () => listener.stirred())
  socket.on('unexpected-response', (_, { statusCode = 0, headers }) => {
    blame(handshakeRefused(host, statusCode, headers['retry-after']))
    socket.terminate()
  })
  // A close always follows, and after opening it says enough.
  socket.on('error', (error) => blame(networkFailure(error, { host, route, timeoutMs: null })))
  socket.on('close', (code, reason) => end(endOf(code, reason.toString('utf8'), trouble.failure)))
  return socket
}

function optionsFor(route: Dial['route'], host: string, blame: (failure: Failure) => void): ClientOptions {
  const options: ClientOptions = { maxPayload: LARGEST_FRAME, perMessageDeflate: false, followRedirects: false }
  if (route.kind === 'direct') return options
  const agent = new HttpsProxyAgent(route.proxy)
  agent.on('proxyConnect', ({ statusCode }) => {
    if (statusCode !== 200) blame(proxyRefused(host, route.proxy, `HTTP ${statusCode}`))
  })
  return { ...options, agent }
}

function endOf(code: number, reason: string, failure: Failure | null): SocketEnd {
  return failure === null ? { code, reason } : { code, reason, failure }
}

function failedWith(failure: Failure): SocketEnd {
  return { code: ABNORMAL, reason: '', failure }
}
