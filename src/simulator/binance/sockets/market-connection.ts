import type { Stop } from '../../../shared/link.ts'
import type { Line } from '../../lines.ts'
import type { ConnectionLife } from './connection-life.ts'
import type { Connection } from './connection.ts'
import type { SocketTarget } from './socket-target.ts'
import { controlStreams, type StreamState } from './stream-control.ts'
import type { StreamHub } from './stream-hub.ts'
import { parseStreamName, routeOf } from './stream-names.ts'

const MOST_STREAMS = 1024

/** One market connection. Its streams follow what the control protocol acknowledged, if they run on its route. */
export function createMarketConnection(
  target: Extract<SocketTarget, { kind: 'market' }>,
  line: Line,
  life: ConnectionLife,
  hub: StreamHub,
): Connection {
  const heard = new Map<string, Stop>()
  const held: { state: StreamState } = { state: { streams: new Set(), combined: target.framing === 'combined' } }

  function follow(next: StreamState): void {
    held.state = next
    for (const [name, stop] of heard) if (!next.streams.has(name)) forget(name, stop)
    for (const name of next.streams) if (!heard.has(name)) heard.set(name, listen(name))
  }
  function forget(name: string, stop: Stop): void {
    stop()
    heard.delete(name)
  }
  function listen(name: string): Stop {
    const topic = parseStreamName(name)
    if (topic === null || routeOf(topic) !== target.route) return () => undefined
    return hub.listen(name, (payload) => line.send(held.state.combined ? wrapped(name, payload) : payload, 'data'))
  }
  function end(): void {
    life.stop()
    for (const [name, stop] of heard) forget(name, stop)
  }

  follow({ ...held.state, streams: new Set(target.streams) })
  return {
    end,
    text(text) {
      if (!life.allows()) return
      const { reply, state } = controlStreams(text, held.state)
      if (state.streams.size > MOST_STREAMS) {
        line.close(1008, 'Too many streams')
        return
      }
      line.send(reply, 'reply')
      follow(state)
    },
  }
}

export function wrapped(stream: string, payload: string): string {
  return `{"stream":${JSON.stringify(stream)},"data":${payload}}`
}
