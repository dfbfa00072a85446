import type { FromMain, ToMain } from './protocol.ts'

/** The child's end of the two halves' talk. Without a parent, what is said goes nowhere. */
export interface Channel {
  say(message: FromMain): void
  hear(take: (message: ToMain) => void): void
  /** Ends the process once everything said has left it. */
  exit(code: number): void
}

/** Over the process's own IPC channel. The process ends with its parent, so that none is left behind. */
export function createChannel(host: NodeJS.Process): Channel {
  const state = { leaving: 0, code: null as number | null }
  host.on('disconnect', () => host.exit(1))

  function left(): void {
    state.leaving--
    leave()
  }

  function leave(): void {
    if (state.leaving === 0 && state.code !== null) host.exit(state.code)
  }

  return {
    say: (message) => {
      if (!host.connected || host.send === undefined) return
      state.leaving++
      host.send(message, undefined, undefined, left)
    },
    hear: (take) => void host.on('message', (message) => take(message as ToMain)), // only our parent writes there
    exit: (code) => {
      state.code = code
      // This turn may still have something to say.
      setImmediate(leave)
    },
  }
}
