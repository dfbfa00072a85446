import type { Failure } from '../../shared/result.ts'

/** What a socket tells its owner. After `closed` nothing more is told. */
export interface SocketListener {
  opened(): void
  text(text: string): void
  /** A protocol-level ping or pong was heard: the line is alive though no text came. */
  stirred(): void
  closed(end: SocketEnd): void
}

export interface SocketEnd {
  readonly code: number
  readonly reason: string
  /** Set when the connection could not be made at all. */
  readonly failure?: Failure
}

export interface Socket {
  send(text: string): void
  /** Asks for a protocol-level pong. */
  ping(): void
  /** Starts closing; `closed` still follows. */
  close(): void
  /** Drops the connection without waiting for the other side; `closed` still follows. */
  terminate(): void
}

/** WebSocket client connections. Proxies and TLS are the host's business. */
export interface Sockets {
  open(url: string, listener: SocketListener): Socket
}
