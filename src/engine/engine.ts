import type { Handlers } from '../shared/client.ts'
import type { AppContract } from '../shared/contract.ts'
import type { Mode } from '../shared/frames.ts'
import type { EngineState } from './state.ts'
import type { Pulses } from './health/pulses.ts'
import type { Tables } from './tables.ts'

/** A running engine as its shells see it. */
export interface Engine {
  readonly mode: Mode
  readonly state: EngineState
  readonly tables: Tables
  readonly handlers: Handlers<AppContract>
  /** Signs of life of other programs, for shells that can hear them. */
  readonly pulses: Pick<Pulses, 'heard' | 'forget'>
  start(): void
  stop(): Promise<void>
}
