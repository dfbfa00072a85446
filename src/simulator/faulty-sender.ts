import type { Clock } from '../engine/ports/clock.ts'
import { assertNever } from '../shared/result.ts'
import type { LineFault } from './faults.ts'
import { garble } from './line-faults.ts'
import { createTimers, type Timers } from './timers.ts'

/** A frame that waits for the next one goes alone after this long. */
const REORDER_PATIENCE = 1000

/** Sends frames of one line as the faults want them, and otherwise in order. */
export interface FaultySender {
  send(text: string, fault: LineFault | null): void
  /** Forgets what still waits. */
  stop(): void
}

type Deliver = (text: string, delay: number) => void

export function createFaultySender(clock: Clock, deliver: (text: string) => void): FaultySender {
  const timers = createTimers(clock)
  const inOrder = createOrderedDelivery(clock, timers, deliver)
  let held: string | null = null
  const release = (): void => {
    if (held !== null) inOrder(held, 0)
    held = null
  }
  const hold = (text: string): void => {
    held = text
    timers.after(REORDER_PATIENCE, release)
  }
  return {
    send: (text, fault) => {
      if (held === null) return dispatch(text, fault, inOrder, hold)
      inOrder(text, 0)
      release()
    },
    stop: () => {
      timers.stop()
      held = null
    },
  }
}

/** Behind whatever is delayed already: a connection never overtakes itself. */
function createOrderedDelivery(clock: Clock, timers: Timers, deliver: (text: string) => void): Deliver {
  let freeAt = 0
  return (text, delay) => {
    const now = clock.monotonic()
    freeAt = Math.max(freeAt, now + delay)
    if (freeAt <= now) deliver(text)
    else timers.after(freeAt - now, () => deliver(text))
  }
}

function dispatch(text: string, fault: LineFault | null, inOrder: Deliver, hold: (text: string) => void): void {
  switch (fault?.kind) {
    case undefined:
      return inOrder(text, 0)
    case 'silence':
    case 'lose':
      return
    case 'delay':
      return inOrder(text, fault.ms)
    case 'duplicate':
      inOrder(text, 0)
      return inOrder(text, 0)
    case 'reorder':
      return hold(text)
    case 'garble':
      return inOrder(garble(text), 0)
    default:
      return assertNever(fault)
  }
}
