import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket, WebSocketServer } from 'ws'
import type { Incoming, Peer, Simulator } from '../../simulator/simulator.ts'
import { addressOf } from './http-end.ts'

/** A client that leaves this many bytes unread is dropped rather than kept in memory. */
const MOST_UNREAD = 33_554_432

/** Hands one upgrade to the simulator, and either completes the handshake or refuses it with its status. */
export function takeUpgrade(
  simulator: Simulator,
  server: WebSocketServer,
  message: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): void {
  stream.on('error', () => stream.destroy())
  const late = createLatePeer()
  const connected = simulator.connect(message.url ?? '/', addressOf(message), late.peer)
  if (connected.kind === 'refused') {
    stream.end(refusedHandshake(connected.status, connected.body))
    return
  }
  const { incoming } = connected
  stream.once('close', () => {
    if (!late.isBound()) incoming.closed()
  })
  server.handleUpgrade(message, stream, head, (socket) => {
    attach(socket, incoming, late)
    late.bind(socket)
  })
}

interface LatePeer {
  readonly peer: Peer
  bind(socket: WebSocket): void
  isBound(): boolean
  /** While `tell` runs, a ping of the simulator is its answer to the client's: it leaves as a pong. */
  answering(payload: Buffer, tell: () => void): void
}

/** The simulator may speak while the handshake is still being answered; those words wait for the socket. */
function createLatePeer(): LatePeer {
  const waiting: ((socket: WebSocket) => void)[] = []
  const holder: { socket: WebSocket | null; asked: Buffer | null } = { socket: null, asked: null }
  function act(run: (socket: WebSocket) => void): void {
    if (holder.socket === null) waiting.push(run)
    else run(holder.socket)
  }
  function stir(socket: WebSocket): void {
    if (holder.asked === null) socket.ping()
    else socket.pong(holder.asked)
  }
  return {
    peer: {
      send: (text) => act((socket) => whenOpen(socket, () => socket.send(text))),
      ping: () => act((socket) => whenOpen(socket, () => stir(socket))),
      close: (code, reason) => act((socket) => socket.close(code, reason)),
      terminate: () => act((socket) => socket.terminate()),
    },
    bind(socket) {
      holder.socket = socket
      for (const run of waiting.splice(0)) run(socket)
    },
    isBound: () => holder.socket !== null,
    answering(payload, tell) {
      holder.asked = payload
      tell()
      holder.asked = null
    },
  }
}

function whenOpen(socket: WebSocket, run: () => void): void {
  if (socket.bufferedAmount > MOST_UNREAD) socket.terminate()
  else if (socket.readyState === socket.OPEN) run()
}

function attach(socket: WebSocket, incoming: Incoming, late: LatePeer): void {
  socket.on('message', (data: RawData) => incoming.text(plainText(data)))
  socket.on('ping', (payload) => late.answering(payload, () => incoming.ping()))
  socket.on('pong', () => incoming.pong())
  // A protocol error is followed by `close`, which is all the simulator needs to know.
  socket.on('error', () => socket.terminate())
  socket.on('close', () => incoming.closed())
}

function plainText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8')
}

function refusedHandshake(status: number, body: string): string {
  const reason = STATUS_CODES[status] ?? 'Refused'
  return `HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}
