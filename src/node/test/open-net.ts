import { onTestFinished } from 'vitest'
import { createNodeHttp, type NodeHttp } from '../net/http.ts'
import type { Environment } from '../net/proxy-choice.ts'
import { createRoutes } from '../net/routes.ts'
import { createNodeSockets, type NodeSockets } from '../net/sockets.ts'
import { createMemoryLog } from './memory-log.ts'

interface Net {
  readonly http: NodeHttp
  readonly sockets: NodeSockets
  readonly hidden: readonly string[]
}

/** HTTP and sockets as the ports are made, closed when the test has finished. */
export function openNet(environment: Environment = {}, resolveProxy?: (url: string) => Promise<string>): Net {
  const hidden: string[] = []
  const routes = createRoutes({ environment, resolveProxy, log: createMemoryLog(), hide: (text) => hidden.push(text) })
  const net = { http: createNodeHttp(routes), sockets: createNodeSockets(routes), hidden }
  onTestFinished(async () => {
    net.sockets.close()
    await net.http.close()
  })
  return net
}

export interface SocketDiary {
  readonly events: string[]
  /** Resolves with the events so far once one begins with the given text. */
  until(begin: string): Promise<readonly string[]>
}

/** A listener that writes down what it is told, and the way to wait for it. */
export function createDiary(): SocketDiary & { readonly listener: Parameters<NodeSockets['open']>[1] } {
  const events: string[] = []
  const waiting: { readonly begin: string; readonly resolve: (events: readonly string[]) => void }[] = []
  const write = (event: string) => {
    events.push(event)
    for (const { begin, resolve } of waiting) if (event.startsWith(begin)) resolve(events)
  }
  return {
    events,
    until: (begin) =>
      new Promise((resolve) => {
        if (events.some((event) => event.startsWith(begin))) return resolve(events)
        waiting.push({ begin, resolve })
      }),
    listener: {
      opened: () => write('opened'),
      text: (text) => write(`text ${text}`),
      stirred: () => write('stirred'),
      closed: ({ code, reason, failure }) => write(`closed ${code} ${reason}${failure?.sentence.id ?? ''}`),
    },
  }
}
