import type { World } from '../../face.ts'
import type { Connected, Peer } from '../../simulator.ts'
import type { Category } from '../names.ts'
import { uuidOf } from '../names.ts'
import { createHub } from './hub.ts'
import { createPublicConnection, type Connection } from './public-connection.ts'

/** All public connections over one hub. */
export interface PublicStreams {
  connect(category: Category, peer: Peer): Connected
  stop(): void
}

export function createPublicStreams(world: World): PublicStreams {
  const hub = createHub(world)
  const chance = world.chance.fork('bybit public')
  return {
    connect: (category, peer) => {
      const held: { connection: Connection | null } = { connection: null }
      const identity = { venue: 'bybit', stream: 'public', accounts: () => [] } as const
      const line = world.lines.open(identity, peer, () => held.connection?.ended())
      if (line === null) return { kind: 'refused', status: 503, body: '' }
      const id = uuidOf('trade', { id: category }, line.number)
      held.connection = createPublicConnection({ world, hub, category, id, line, overtakes: () => chance.next() < 0.5 })
      return { kind: 'accepted', incoming: held.connection.incoming }
    },
    stop: () => hub.stop(),
  }
}
