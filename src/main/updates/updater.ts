import type { Result } from '../../shared/result.ts'
import type { Release } from './release.ts'

/** A file that came whole and with the checksum the feed states. */
export interface Downloaded {
  readonly release: Release
  readonly path: string
  /** As the feed states them, in base64 or hexadecimal; the file has one of them. */
  readonly sha512: readonly string[]
}

/**
 * What performs an update, made anew when one attempt hangs. It never does more than it is told: nothing is downloaded
 * by a check, and nothing installed by ending the program.
 */
export interface Updater {
  /** The newer version there is, or null. */
  check(): Promise<Result<Release | null>>
  /** Of what was last found, else of what is found now. Progress in percent, as it comes. */
  download(progress: (percent: number) => void): Promise<Result<Downloaded>>
  /** Hands what was downloaded to the system and ends the program. Resolves only when that failed. */
  install(): Promise<Result<never>>
  /** Lets go of whatever is still on its way. */
  abandon(): void
}
