/** A reader's side of the wire: how much of what was sent it has not taken yet, and a way to send. */
export interface Wire {
  readonly unsent: number
  send(text: string): void
}

/** Messages of which only the newest matters, by name, and the few that each matter, in order. */
export interface Outbox {
  /** Replaces a waiting message of the same name. */
  put(name: string, message: object): void
  /** Keeps its place; when more than `bound` wait, the oldest is let go. */
  push(message: object): void
  /** Hands everything to the wire if it has room; what waits otherwise stays bounded. */
  flush(): void
}

const ROOM_BYTES = 256 * 1024

/** A slow reader finds the newest state when it comes back, never a growing queue. */
export function createOutbox(wire: Wire, bound: number): Outbox {
  const newest = new Map<string, object>()
  const each: object[] = []

  return {
    put: (name, message) => {
      newest.delete(name)
      newest.set(name, message)
    },
    push: (message) => {
      each.push(message)
      if (each.length > bound) each.shift()
    },
    flush: () => {
      if (wire.unsent > ROOM_BYTES) return
      for (const message of each.splice(0)) wire.send(JSON.stringify(message))
      for (const message of newest.values()) wire.send(JSON.stringify(message))
      newest.clear()
    },
  }
}
