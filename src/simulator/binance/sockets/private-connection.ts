import type { Line } from '../../lines.ts'
import type { BinanceOptions } from '../options.ts'
import type { UserEvent } from '../user/user-event.ts'
import type { ConnectionLife } from './connection-life.ts'
import type { Connection } from './connection.ts'
import { wrapped } from './market-connection.ts'
import type { KeyWish, SocketTarget } from './socket-target.ts'
import { controlStreams, type StreamState } from './stream-control.ts'

export interface PrivateConnection extends Connection {
  /** Sends an event to whoever dialled with this listen key and named this class of event. */
  tell(listenKey: string, event: UserEvent): void
}

/**
 * One user data connection. It says nothing by itself: no greeting, no snapshot, and a key that is wrong or over
 * leaves it open and silent.
 */
export function createPrivateConnection(
  target: Extract<SocketTarget, { kind: 'private' }>,
  line: Line,
  life: ConnectionLife,
  options: BinanceOptions,
  onEnd: () => void,
): PrivateConnection {
  const keys = new Set(target.keys.map((wish) => wish.listenKey))
  const held: { state: StreamState } = { state: { streams: keys, combined: target.framing === 'combined' } }
  return {
    text(text) {
      if (!life.allows()) return
      const { reply, state } = controlStreams(text, held.state)
      held.state = state
      line.send(reply, 'reply')
    },
    end() {
      life.stop()
      onEnd()
    },
    tell(listenKey, event) {
      const wish = target.keys.find((each) => each.listenKey === listenKey)
      if (wish === undefined || !hears(wish, event, options)) return
      const payload = JSON.stringify(event)
      line.send(held.state.combined ? wrapped(listenKey, payload) : payload, 'data')
    },
  }
}

/** `events` is an allow-list whose names nobody checks: a typing error silently loses that class. */
function hears(wish: KeyWish, event: UserEvent, options: BinanceOptions): boolean {
  if (wish.form === 'path') return options.pathForm === 'works'
  if (wish.events === null) return options.withoutEvents === 'all'
  return wish.events.includes(event.e)
}
