/** One open socket of this face, apart from its life cycle. */
export interface Connection {
  text(text: string): void
  /** The connection is over, whoever ended it; called at least once. */
  end(): void
}
