import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { createEvent } from './electron-event.ts'
import { present } from './present.ts'

type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown'

export interface Power {
  readonly powerMonitor: PowerMonitor
  /** Whether a listener kept the default from happening; only `shutdown` has one: the system goes on at once. */
  happen(event: PowerEvent): boolean
}

export function createPower(): Power {
  const events = new EventEmitter()
  const state = { isLocked: false }

  const powerMonitor = present<PowerMonitor>(events, {
    getSystemIdleState: () => (state.isLocked ? 'locked' : 'active'),
    getSystemIdleTime: () => 0,
    getCurrentThermalState: () => 'unknown',
    isOnBatteryPower: () => false,
    onBatteryPower: false,
  })

  function happen(name: PowerEvent): boolean {
    if (name === 'lock-screen') state.isLocked = true
    if (name === 'unlock-screen') state.isLocked = false
    const event = createEvent({})
    events.emit(name, event)
    return event.defaultPrevented
  }

  return { powerMonitor, happen }
}
