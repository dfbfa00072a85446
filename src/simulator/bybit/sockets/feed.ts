/** What one topic sends, whoever listens. It is asked only while somebody does. */
export interface Feed {
  readonly everyMs: number
  /** Sent to a new listener alone. */
  snapshot(): readonly string[]
  /** Sent to every listener, one period after the last. */
  beat(): readonly string[]
}
