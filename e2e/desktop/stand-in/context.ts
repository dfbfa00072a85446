import type { Channel } from './channel.ts'
import type { Declarations } from './declarations.ts'
import type { Environment } from './environment.ts'
import type { Life } from './life.ts'
import type { Strict } from './strict.ts'

/** What every area of the stand-in is given. */
export interface Context {
  readonly environment: Environment
  readonly channel: Channel
  readonly strict: Strict
  readonly declarations: Declarations
  readonly life: Life
  /** Something recorded has changed. */
  readonly changed: () => void
}
