import type { Socket, SocketListener, Sockets } from '../../src/engine/ports/sockets.ts'

/** A way to say texts on one connection. */
export type Say = (text: string) => void

/** Sockets that lead nowhere and agree to everything; what is heard on them is what a measurement says. */
export interface ObligingSockets extends Sockets {
  /** The connection that subscribed a topic. */
  carrier(topic: string): Say | undefined
  /** The connection whose address holds `part`. */
  connection(part: string): Say | undefined
  /** Told of each subscription, after it was confirmed. */
  onSubscribed(take: (topics: readonly string[]) => void): void
}

interface Request {
  readonly id?: number
  readonly req_id?: string
  readonly op?: string
  readonly method?: string
  readonly args?: readonly string[]
  readonly params?: readonly string[]
}

export function createObligingSockets(): ObligingSockets {
  const open = new Map<SocketListener, string>()
  const carriers = new Map<string, Say>()
  const takers: ((topics: readonly string[]) => void)[] = []

  function answer(listener: SocketListener, text: string): void {
    const request = JSON.parse(text) as Request
    listener.text(JSON.stringify(answerTo(request)))
    const topics = subscribedIn(request)
    for (const topic of topics) carriers.set(topic, (said) => listener.text(said))
    if (topics.length > 0) for (const take of takers) take(topics)
  }

  return {
    open: (url, listener): Socket => {
      open.set(listener, url)
      queueMicrotask(() => listener.opened())
      const leave = (): void => {
        if (open.delete(listener)) queueMicrotask(() => listener.closed({ code: 1000, reason: '' }))
      }
      return {
        send: (text) => queueMicrotask(() => answer(listener, text)),
        ping: () => queueMicrotask(() => listener.stirred()),
        close: leave,
        terminate: leave,
      }
    },
    carrier: (topic) => carriers.get(topic),
    connection: (part) => {
      const listener = [...open].find(([, url]) => url.includes(part))?.[0]
      return listener === undefined ? undefined : (text) => listener.text(text)
    },
    onSubscribed: (take) => void takers.push(take),
  }
}

function subscribedIn({ op, method, args, params }: Request): readonly string[] {
  if (op === 'subscribe') return args ?? []
  return method === 'SUBSCRIBE' ? (params ?? []) : []
}

/** Both venues' acknowledgements; which one is meant shows in the request. */
function answerTo({ id, req_id, op, method }: Request): object {
  if (op !== undefined) return { success: true, ret_msg: op === 'ping' ? 'pong' : '', conn_id: 'bench', req_id, op }
  return { result: method === 'LIST_SUBSCRIPTIONS' ? [] : null, id }
}
