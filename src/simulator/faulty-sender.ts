import type { Clock } from '../engine/ports/clock.ts'
import type { Stop } from '../shared/link.ts'
import { assertNever } from '../shared/result.ts'
import type { LineFault } from './faults.ts'
import { garble } from './line-faults.ts'

/** A frame that waits for the next one goes alone after this long. */
const REORDER_PATIENCE = 1000

/** Sends frames of one line as the faults want them, and otherwise in order. */
export interface FaultySender {
  send(text: string, fault: LineFault | null): void
  /** Forgets what still waits. */
  stop(): void
}

export function createFaultySender(clock: Clock, deliver: (text: string) => void): FaultySender {
  let held: string | null = null
  let freeAt = 0
  const timers = new Set<Stop>()

  const later = (ms: number, run: () => void): void => {
    const stop = clock.after(ms, () => {
      timers.delete(stop)
      run()
    })
    timers.add(stop)
  }
  const release = (): void => {
    const text = held
    held = null
    if (text !== null) deliver(text)
  }
  /** Behind whatever is delayed already: a connection never overtakes itself. */
  const inOrder = (text: string, delay: number): void => {
    const now = clock.monotonic()
    freeAt = Math.max(freeAt, now + delay)
    if (freeAt <= now) deliver(text)
    else later(freeAt - now, () => deliver(text))
  }
  const hold = (text: string): void => {
    held = text
    later(REORDER_PATIENCE, release)
  }

  const send = (text: string, fault: LineFault | null): void => {
    if (held !== null) {
      inOrder(text, 0)
      return release()
    }
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
  return {
    send,
    stop: () => {
      for (const stop of timers) stop()
      timers.clear()
      held = null
    },
  }
}
