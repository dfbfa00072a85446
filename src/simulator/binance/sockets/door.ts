import type { World } from '../../face.ts'
import type { Line, LineIdentity } from '../../lines.ts'
import type { Connected, Incoming, Peer } from '../../simulator.ts'
import type { ListenKeys } from '../listen-keys.ts'
import type { BinanceOptions } from '../options.ts'
import type { Connection } from './connection.ts'
import { createConnectionLife, type ConnectionLife } from './connection-life.ts'
import { createMarketConnection } from './market-connection.ts'
import { parseSocketTarget, type SocketTarget } from './socket-target.ts'
import type { StreamHub } from './stream-hub.ts'
import type { UserStreams } from './user-streams.ts'

export interface DoorPorts {
  readonly world: World
  readonly options: BinanceOptions
  readonly listenKeys: ListenKeys
  readonly hub: StreamHub
  readonly users: UserStreams
}

/** Where clients come in: the handshake's path decides what kind of connection they get. */
export function createDoor({ world, options, listenKeys, hub, users }: DoorPorts) {
  function attach(target: SocketTarget, line: Line, life: ConnectionLife): Connection {
    if (target.kind === 'private') return users.attach(target, line, life)
    return createMarketConnection(target, line, life, hub)
  }
  return {
    connect(address: string, peer: Peer): Connected {
      const target = parseSocketTarget(address)
      if (target === null) return { kind: 'refused', status: 400, body: '' }
      const held: { connection: Connection | null } = { connection: null }
      const line = world.lines.open(identityOf(target, listenKeys), peer, () => held.connection?.end())
      if (line === null) return { kind: 'refused', status: 503, body: '' }
      const life = createConnectionLife(world.clock, line, options.pace)
      const connection = attach(target, line, life)
      held.connection = connection
      return { kind: 'accepted', incoming: incomingOf(connection, line, life) }
    },
  }
}

/** A private line belongs to whoever its listen keys were issued to, also after they ran out. */
function identityOf(target: SocketTarget, listenKeys: ListenKeys): LineIdentity {
  if (target.kind === 'market') return { venue: 'binance', stream: target.route, accounts: () => [] }
  const accounts = () => target.keys.flatMap(({ listenKey }) => listenKeys.ownerOf(listenKey) ?? [])
  return { venue: 'binance', stream: 'private', accounts }
}

/** The client's own pings and pongs count as messages too. */
function incomingOf(connection: Connection, line: Line, life: ConnectionLife): Incoming {
  return {
    text: (text) => connection.text(text),
    ping: () => void life.allows(),
    pong() {
      life.ponged()
      life.allows()
    },
    closed() {
      connection.end()
      line.ended()
    },
  }
}
