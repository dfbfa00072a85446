import type { Stop } from '../../shared/link.ts'
import type { Face, World } from '../face.ts'
import type { Line } from '../lines.ts'
import type { Connected, Incoming, Peer } from '../simulator.ts'
import { createListenKeys } from './listen-keys.ts'
import { usualOptions, type BinanceOptions } from './options.ts'
import { createRest } from './rest/respond.ts'
import { troubleAnswer } from './rest/troubles.ts'
import { createConnectionLife, type ConnectionLife } from './sockets/connection-life.ts'
import type { Connection } from './sockets/connection.ts'
import { createMarketConnection } from './sockets/market-connection.ts'
import { parseSocketTarget, type SocketTarget } from './sockets/socket-target.ts'
import { createStreamHub } from './sockets/stream-hub.ts'
import { createUserStreams } from './sockets/user-streams.ts'

const PATHS = /^\/(?:fapi|sapi|ws|stream|public|market|private)(?:\/|$)/
const KEY_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** The USDⓈ-M futures face: REST under `/fapi` and `/sapi`, streams on the routed paths of 2026. */
export function createBinanceFace(world: World, given: Partial<BinanceOptions> = {}): Face {
  const options: BinanceOptions = { ...usualOptions, ...given }
  const chance = world.chance.fork('binance listen keys')
  const listenKeys = createListenKeys({
    clock: world.clock,
    mint: () => chance.letters(64, KEY_LETTERS),
    lifeMs: options.listenKeyLifeMs,
    onExpired: (key) => users.expired(key),
  })
  const hub = createStreamHub(world)
  const users = createUserStreams(world, options, listenKeys)
  const rest = createRest(world, options, listenKeys)
  const stops: Stop[] = []
  return {
    serves: (path) => PATHS.test(path),
    respond: (request, whim) => rest.respond(request, whim),
    refuse: (trouble, request) => troubleAnswer(trouble, request.address, world.now()),
    connect: (target, _address, peer) => connect(target, peer),
    start() {
      stops.push(world.ledger.onChange((change) => users.changed(change)))
      stops.push(world.onSignal(({ account }) => listenKeys.expire(account)))
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
      listenKeys.stop()
      hub.stop()
      users.stop()
    },
  }

  function connect(address: string, peer: Peer): Connected {
    const target = parseSocketTarget(address)
    if (target === null) return { kind: 'refused', status: 400, body: '' }
    const held: { connection: Connection | null } = { connection: null }
    const line = world.lines.open({ venue: 'binance', ...identity(target) }, peer, () => held.connection?.end())
    if (line === null) return { kind: 'refused', status: 503, body: '' }
    const life = createConnectionLife(world.clock, line, options.pace)
    const connection = attach(target, line, life)
    held.connection = connection
    return { kind: 'accepted', incoming: incomingOf(connection, line, life) }
  }

  function attach(target: SocketTarget, line: Line, life: ConnectionLife): Connection {
    return target.kind === 'market' ? createMarketConnection(target, line, life, hub) : users.attach(target, line, life)
  }

  function identity(target: SocketTarget) {
    if (target.kind === 'market') return { stream: target.route, accounts: () => [] }
    const owners = () => target.keys.flatMap(({ listenKey }) => listenKeys.ownerOf(listenKey) ?? [])
    return { stream: 'private' as const, accounts: owners }
  }
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
