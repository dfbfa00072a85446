import type { Socket, SocketEnd, SocketListener } from '../engine/ports/sockets.ts'
import { sentence, type SentenceKey } from '../shared/sentence.ts'
import type { Incoming, Peer, Simulator } from './simulator.ts'

export interface Dial {
  readonly host: string
  /** Null: no such host. */
  readonly target: string | null
  readonly address: string
}

/** What passes between the two ends, in order, each in a turn of its own as on a real network. */
interface Wire {
  later(run: () => void): void
}

/** One WebSocket connection to the simulator with the endings of a real one: closed once, by whichever side is first. */
export function openMemorySocket(simulator: Simulator, dial: Dial, listener: SocketListener): Socket {
  const wire = createWire()
  let incoming: Incoming | null = null
  let over = false

  const end = (how: SocketEnd): void => {
    if (over) return
    over = true
    wire.later(() => listener.closed(how))
  }
  const hear = (run: () => void): void => {
    if (!over) wire.later(run)
  }
  const peer: Peer = {
    send: (text) => hear(() => listener.text(text)),
    ping: () =>
      hear(() => {
        listener.stirred()
        if (!over) incoming?.pong()
      }),
    close: (code, reason) => end({ code, reason }),
    terminate: () => end({ code: 1006, reason: '' }),
  }
  const leave = (how: SocketEnd): void => {
    if (over) return
    end(how)
    incoming?.closed()
  }
  wire.later(() => {
    if (over) return
    const made = connect(simulator, dial, peer)
    if (made.kind === 'failed') return end(made.end)
    incoming = made.incoming
    listener.opened()
  })
  return {
    send: (text) =>
      hear(() => {
        if (!over) incoming?.text(text)
      }),
    ping: () =>
      hear(() => {
        if (!over) incoming?.ping()
      }),
    close: () => leave({ code: 1000, reason: '' }),
    terminate: () => leave({ code: 1006, reason: '' }),
  }
}

type Made =
  { readonly kind: 'made'; readonly incoming: Incoming } | { readonly kind: 'failed'; readonly end: SocketEnd }

function connect(simulator: Simulator, { host, target, address }: Dial, peer: Peer): Made {
  if (target === null) return failed('network.unreachable', { host, reason: 'ENOTFOUND' })
  const connected = simulator.connect(target, address, peer)
  if (connected.kind === 'accepted') return { kind: 'made', incoming: connected.incoming }
  return failed('network.handshake', { host, status: String(connected.status) })
}

function failed(id: SentenceKey, values: Readonly<Record<string, string>>): Made {
  return {
    kind: 'failed',
    end: { code: 1006, reason: '', failure: { code: 'unavailable', sentence: sentence(id, values) } },
  }
}

/** Promises that are already kept run their followers in the order they were asked to. */
function createWire(): Wire {
  return { later: (run) => void Promise.resolve().then(run) }
}
