import type { Result } from '../../shared/result.ts'

/** One sign of life. */
export interface Beat {
  /** For a person who reads what the receiver keeps; tells nothing of accounts. */
  readonly text: string
  /** How long until the next one, for receivers that count on it. */
  readonly everyMs: number
}

/** The way to whoever counts on signs of life. */
export interface Heart {
  /** What may be shown of the address. */
  readonly host: string
  /** Fails with a sentence that says who did not take it and why. */
  beat(beat: Beat): Promise<Result<null>>
}
