import type { Handlers } from '../shared/client.ts'
import type { AppContract } from '../shared/contract.ts'
import type { Mode } from '../shared/frames.ts'
import type { EngineState } from './state.ts'
import type { Tables } from './tables.ts'

/** A running engine as its shells see it. */
export interface Engine {
  readonly mode: Mode
  readonly state: EngineState
  readonly tables: Tables
  readonly handlers: Handlers<AppContract>
  start(): void
  stop(): Promise<void>
}
