import type { EventEmitter } from 'node:events'
import { actOnSystem, type SystemPorts } from './act-on-system.ts'
import { actOnWindow } from './act-on-window.ts'
import type { Context } from './context.ts'
import type { Act } from './protocol.ts'
import type { Windows } from './windows.ts'

export interface ActPorts extends SystemPorts {
  readonly context: Context
  /** The app's own emitter. */
  readonly events: EventEmitter
  readonly windows: Windows
}

export type Acts = (act: Act) => unknown

/** Does what a user or the system does; answers with null, or with what the act asks for. */
export function createActs(ports: ActPorts): Acts {
  return (act) => ('window' in act ? actOnWindow(ports, act) : actOnSystem(ports, act)) ?? null
}
