import type { Stop } from '../../shared/link.ts'
import type { Face, World } from '../face.ts'
import { createListenKeys, type ListenKeys } from './listen-keys.ts'
import { usualOptions, type BinanceOptions } from './options.ts'
import { createRest } from './rest/respond.ts'
import { troubleAnswer } from './rest/troubles.ts'
import { createDoor } from './sockets/door.ts'
import { createStreamHub } from './sockets/stream-hub.ts'
import { createUserStreams } from './sockets/user-streams.ts'

const PATHS = /^\/(?:fapi|sapi|ws|stream|public|market|private)(?:\/|$)/
const KEY_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** The USDⓈ-M futures face: REST under `/fapi` and `/sapi`, streams on the routed paths of 2026. */
export function createBinanceFace(world: World, given: Partial<BinanceOptions> = {}): Face {
  const options: BinanceOptions = { ...usualOptions, ...given }
  const listenKeys = listenKeysOf(world, options, (key) => users.expired(key))
  const hub = createStreamHub(world)
  const users = createUserStreams(world, options, listenKeys)
  const rest = createRest({ world, options, listenKeys })
  const door = createDoor({ world, options, listenKeys, hub, users })
  const stops: Stop[] = []
  return {
    serves: (path) => PATHS.test(path),
    respond: (request, whim) => rest.respond(request, whim),
    refuse: (trouble, request) => troubleAnswer(trouble, request.address, world.now()),
    connect: (target, _address, peer) => door.connect(target, peer),
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
}

function listenKeysOf(world: World, options: BinanceOptions, onExpired: (key: string) => void): ListenKeys {
  const chance = world.chance.fork('binance listen keys')
  const mint = (): string => chance.letters(64, KEY_LETTERS)
  return createListenKeys({ clock: world.clock, mint, lifeMs: options.listenKeyLifeMs, onExpired })
}
