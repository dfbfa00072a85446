import type { SocketEnd, SocketListener, Sockets } from '../ports/sockets.ts'

/** One socket somebody opened, with the far end in the test's hands. */
export interface FakeSocket {
  readonly url: string
  readonly sent: readonly string[]
  readonly pings: number
  /** Neither side has let go of it. */
  readonly alive: boolean
  readonly opened: boolean
  open(): void
  say(text: string): void
  /** A protocol-level ping or pong. */
  stir(): void
  /** The far end hangs up. */
  hangUp(end?: SocketEnd): void
}

export interface FakeSockets extends Sockets {
  readonly all: readonly FakeSocket[]
  /** Those that are open or being opened. */
  alive(): readonly FakeSocket[]
  last(): FakeSocket
  /** Plays the far end: told of each new socket, and of each text and ping sent over one. */
  onOpen(take: (socket: FakeSocket) => void): void
  onSent(take: (socket: FakeSocket, text: string) => void): void
  onPing(take: (socket: FakeSocket) => void): void
}

interface Far {
  readonly open: ((socket: FakeSocket) => void)[]
  readonly sent: ((socket: FakeSocket, text: string) => void)[]
  readonly ping: ((socket: FakeSocket) => void)[]
}

export function createFakeSockets(): FakeSockets {
  const all: FakeSocket[] = []
  const far: Far = { open: [], sent: [], ping: [] }
  return {
    all,
    alive: () => all.filter((socket) => socket.alive),
    last: () => all[all.length - 1]!,
    onOpen: (take) => void far.open.push(take),
    onSent: (take) => void far.sent.push(take),
    onPing: (take) => void far.ping.push(take),
    open: (url, listener) => {
      const { socket, near } = createPair(url, listener, far)
      all.push(socket)
      for (const take of far.open) take(socket)
      return near
    },
  }
}

function createPair(url: string, listener: SocketListener, far: Far) {
  const state = { alive: true, opened: false, pings: 0 }
  const sent: string[] = []
  const end = (how: SocketEnd): void => {
    if (!state.alive) return
    state.alive = false
    listener.closed(how)
  }
  const socket: FakeSocket = {
    url,
    sent,
    get pings() {
      return state.pings
    },
    get alive() {
      return state.alive
    },
    get opened() {
      return state.opened
    },
    open: () => {
      if (!state.alive || state.opened) return
      state.opened = true
      listener.opened()
    },
    say: (text) => state.alive && listener.text(text),
    stir: () => state.alive && listener.stirred(),
    hangUp: (how = { code: 1006, reason: '' }) => end(how),
  }
  const near = {
    send: (text: string) => {
      if (!state.alive) return
      sent.push(text)
      for (const take of far.sent) take(socket, text)
    },
    ping: () => {
      state.pings += 1
      for (const take of far.ping) take(socket)
    },
    close: () => end({ code: 1000, reason: '' }),
    terminate: () => end({ code: 1006, reason: '' }),
  }
  return { socket, near }
}
