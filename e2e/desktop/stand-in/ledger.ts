import type { Channel } from './channel.ts'
import type { Recorded } from './protocol.ts'

/** Sends what is recorded after any of it changed: once for all changes of one turn. */
export interface Ledger {
  changed(): void
  /** From here on there is something to read. */
  open(read: () => Recorded): void
  /** Sends now what a turn still holds back. */
  flush(): void
}

export function createLedger(channel: Channel): Ledger {
  const state = { isDue: false, read: null as (() => Recorded) | null }

  function flush(): void {
    if (!state.isDue || state.read === null) return
    state.isDue = false
    channel.say({ kind: 'recorded', recorded: state.read() })
  }

  function changed(): void {
    if (!state.isDue) queueMicrotask(flush)
    state.isDue = true
  }

  return { changed, flush, open: (read) => void (state.read = read) }
}
