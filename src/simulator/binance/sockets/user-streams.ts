import type { Stop } from '../../../shared/link.ts'
import type { World } from '../../face.ts'
import type { Change } from '../../ledger/change.ts'
import type { Line } from '../../lines.ts'
import type { ListenKeys } from '../listen-keys.ts'
import type { BinanceOptions } from '../options.ts'
import { eventsOf } from '../user/events.ts'
import { createMarginWatch } from '../user/margin-watch.ts'
import type { UserEvent } from '../user/user-event.ts'
import type { ConnectionLife } from './connection-life.ts'
import type { Connection } from './connection.ts'
import { createPrivateConnection, type PrivateConnection } from './private-connection.ts'
import type { SocketTarget } from './socket-target.ts'

const LOOK_EVERY = 1000

export interface UserStreams {
  attach(target: Extract<SocketTarget, { kind: 'private' }>, line: Line, life: ConnectionLife): Connection
  changed(change: Change): void
  /** Tells the sockets of a key that it is over; they stay open and hear nothing more. */
  expired(listenKey: string): void
  stop(): void
}

/** All private connections, and what reaches them. */
export function createUserStreams(world: World, options: BinanceOptions, listenKeys: ListenKeys): UserStreams {
  const connections = new Set<PrivateConnection>()
  const watch = createMarginWatch(world)
  const timer: { stop: Stop | null } = { stop: null }

  function tell(listenKey: string, event: UserEvent): void {
    for (const connection of [...connections]) connection.tell(listenKey, event)
  }
  function look(): void {
    for (const account of world.ledger.accounts()) {
      const key = listenKeys.current(account.id)
      const event = key === null || account.venue !== 'binance' ? null : watch.look(account, world.now())
      if (key !== null && event !== null) tell(key, event)
    }
    timer.stop = connections.size === 0 ? null : world.clock.after(LOOK_EVERY, look)
  }
  return {
    attach(target, line, life) {
      const connection = createPrivateConnection(target, line, life, options, () => connections.delete(connection))
      connections.add(connection)
      timer.stop ??= world.clock.after(LOOK_EVERY, look)
      return connection
    },
    changed(change) {
      const key = change.account.venue === 'binance' ? listenKeys.current(change.account.id) : null
      if (key === null || connections.size === 0) return
      for (const event of eventsOf(change, world.market)) tell(key, event)
    },
    expired: (listenKey) => tell(listenKey, { e: 'listenKeyExpired', E: world.now(), listenKey }),
    stop() {
      timer.stop?.()
      timer.stop = null
      connections.clear()
    },
  }
}
