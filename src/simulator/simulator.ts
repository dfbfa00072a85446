import type { HttpAnswer } from '../engine/ports/http.ts'
import type { Time } from '../shared/ids.ts'
import type { Result } from '../shared/result.ts'
import type { PastEquity } from './accounts/past-equity.ts'

/** A request as it reaches a face of the simulator: the path with its raw query, exactly the bytes that were signed. */
export interface IncomingRequest {
  readonly method: string
  /** Path and raw query, e.g. `/v5/market/time?x=1`. */
  readonly target: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The client's address, against which limits are counted. */
  readonly address: string
}

/** What the simulator can do to one connected client. */
export interface Peer {
  send(text: string): void
  ping(): void
  close(code: number, reason: string): void
  /** Ends the connection with no close frame: the client sees 1006. */
  terminate(): void
}

/** What one connected client does to the simulator. */
export interface Incoming {
  text(text: string): void
  ping(): void
  pong(): void
  closed(): void
}

export type Connected =
  | { readonly kind: 'accepted'; readonly incoming: Incoming }
  /** The handshake fails with this HTTP status. */
  | { readonly kind: 'refused'; readonly status: number; readonly body: string }

/**
 * An exchange in a box. The same object serves demo mode in memory (`memory-net.ts`) and, behind real sockets, a
 * process of its own; a request or a connection finds its venue face by its path.
 */
export interface Simulator {
  /** Never resolves when the current faults say that no answer comes; `failed` is a broken connection. */
  respond(request: IncomingRequest): Promise<HttpAnswer>
  connect(target: string, address: string, peer: Peer): Connected
  /** One command of the control surface, as JSON; see `control.ts`. A bad command gets a sentence, not a crash. */
  control(command: unknown): Result<unknown>
  /** What an account was worth at moments of its past, oldest first; null for one that is not here. */
  pastEquity(account: string, moments: readonly Time[]): PastEquity | null
  start(): void
  stop(): void
}
