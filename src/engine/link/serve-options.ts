import type { Handlers } from '../../shared/client.ts'
import type { AppContract, Contract } from '../../shared/contract.ts'
import type { Mode } from '../../shared/frames.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Random } from '../ports/random.ts'
import type { Tables } from '../tables.ts'

export interface ServeOptions<C extends Contract = AppContract> {
  readonly contract: C
  readonly handlers: Handlers<C>
  readonly tables: Tables
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly build: string
  readonly mode: Mode
  /** Demanded in `hello`; null where the transport itself proves who is calling. */
  readonly token: string | null
  /** A frame at most this often. */
  readonly frameMs: number
}
