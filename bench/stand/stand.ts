import type { Say } from './obliging-sockets.ts'

/** A part of the engine with nobody else around, from the text in its socket to its rows. */
export interface Stand {
  /** The connection that carries a topic. */
  carrier(topic: string): Say
  /** Makes the rows, as every link does before it sends. */
  settle(): void
  /** How often a row changed, as proof that frames arrive. */
  changes(): number
  /** Frames that could not be read. */
  refused(): number
  stop(): void
}
