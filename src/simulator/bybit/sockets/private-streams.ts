import type { World } from '../../face.ts'
import type { Change } from '../../ledger/change.ts'
import type { Connected, Peer } from '../../simulator.ts'
import { idleLimit } from './idle.ts'
import { createPrivateConnection, type PrivateConnection } from './private-connection.ts'
import { privateFrames, type PrivateFrame } from './private-frames.ts'

/** All private connections. */
export interface PrivateStreams {
  connect(maxActiveTime: string | undefined, peer: Peer): Connected
  changed(change: Change): void
}

const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function createPrivateStreams(world: World): PrivateStreams {
  const connections = new Set<PrivateConnection>()
  const chance = world.chance.fork('bybit private')
  return {
    connect: (maxActiveTime, peer) => {
      const held: { connection: PrivateConnection | null } = { connection: null }
      const accounts = (): readonly string[] => {
        const account = held.connection?.account() ?? null
        return account === null ? [] : [account.id]
      }
      const line = world.lines.open({ venue: 'bybit', stream: 'private', accounts }, peer, () => {
        const { connection } = held
        if (connection === null) return
        connection.ended()
        connections.delete(connection)
      })
      if (line === null) return { kind: 'refused', status: 503, body: '' }
      const id = `${chance.letters(20, ID_LETTERS)}-p`
      const connection = createPrivateConnection({ world, id, line, idleLimit: idleLimit(maxActiveTime) })
      held.connection = connection
      connections.add(connection)
      return { kind: 'accepted', incoming: connection.incoming }
    },
    changed: (change) => {
      const listening = [...connections].filter((connection) => connection.account()?.id === change.account.id)
      if (listening.length === 0) return
      const frames = jumbled(privateFrames(world, change), () => chance.next())
      for (const frame of frames) for (const connection of listening) connection.tell(frame)
    },
  }
}

/** Across topics the exchange promises no order, and it repeats position frames. */
function jumbled(frames: readonly PrivateFrame[], next: () => number): readonly PrivateFrame[] {
  const swapped = next() < 0.3 && frames.length > 1 ? [...frames.slice(0, -2), ...frames.slice(-2).reverse()] : frames
  return swapped.flatMap((frame) => (frame.kind === 'position' && next() < 0.3 ? [frame, frame] : [frame]))
}
