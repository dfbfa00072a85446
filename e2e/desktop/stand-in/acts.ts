import { actOnSystem, type SystemPorts } from './act-on-system.ts'
import { actOnWindow } from './act-on-window.ts'
import type { Act } from './protocol.ts'

export type Acts = (act: Act) => unknown

/** Does what a user or the system does; answers with null, or with what the act asks for. */
export function createActs(ports: SystemPorts): Acts {
  return (act) => ('window' in act ? actOnWindow(ports, act) : actOnSystem(ports, act)) ?? null
}
