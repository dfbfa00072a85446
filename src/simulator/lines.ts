import type { Peer } from './simulator.ts'
import type { VenueName } from './market/contract.ts'

/** Which connections a command means; what is left out matches any. */
export interface LineChoice {
  readonly venue?: VenueName | undefined
  /** `private`, `public` or `market`; Bybit's linear and inverse sockets are both `public`. */
  readonly stream?: 'private' | 'public' | 'market' | undefined
  /** Matches connections that belong to the account now. */
  readonly account?: string | undefined
}

export interface LineIdentity {
  readonly venue: VenueName
  readonly stream: 'private' | 'public' | 'market'
  /** Asked anew each time, because a connection learns its account when it logs in. */
  readonly accounts: () => readonly string[]
}

/** One open connection as its face sees it. */
export interface Line {
  readonly number: number
  /** `data` is what was subscribed, `reply` answers a message of the client, `heartbeat` is pongs and pings. */
  send(text: string, kind: 'data' | 'reply' | 'heartbeat'): void
  /** A protocol-level ping to the client. */
  ping(): void
  close(code: number, reason: string): void
  terminate(): void
  /** The face tells that the client is gone. */
  ended(): void
}

export interface Lines {
  /** Null while the exchange is offline or refuses connections: answer `refused` with status 503. */
  open(identity: LineIdentity, peer: Peer, onEnd: () => void): Line | null
  count(choice: LineChoice): number
}
