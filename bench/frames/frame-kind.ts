export interface Frame {
  /** As the connection that carries it subscribed; empty on an account's own stream. */
  readonly topic: string
  readonly text: string
}

/** A kind of frame as its exchange sends it: the same fields in the same order as the fixture, with figures that move. */
export interface FrameKind {
  readonly venue: string
  readonly name: string
  readonly road: 'market' | 'account'
  /** How many of a hundred frames of its road are of this kind on a busy connection. */
  readonly share: number
  /** A new frame, later than every one before it. */
  make(): Frame
}

/** Draws kinds by their shares. */
export function mixOf(kinds: readonly FrameKind[], chance: () => number): () => Frame {
  const total = kinds.reduce((sum, { share }) => sum + share, 0)
  return () => {
    let left = chance() * total
    for (const kind of kinds) {
      left -= kind.share
      if (left < 0) return kind.make()
    }
    return kinds[0]!.make()
  }
}
