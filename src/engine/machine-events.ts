import type { Stop } from '../shared/link.ts'
import { assertNever } from '../shared/result.ts'
import type { MachineEvent } from './ports/machine.ts'
import type { Ports } from './ports/ports.ts'

/**
 * What the engine as a whole does about the computer it runs on: before it sleeps or goes down, what waits is written.
 * Waking up is a clock jump, and a network that changed is each connection's own business.
 */
export function followMachine({ machine, store, log }: Pick<Ports, 'machine' | 'store' | 'log'>): Stop {
  return machine.onEvent((event) => {
    log.info(
      'the computer told',
      event.kind === 'network' ? { event: 'network', network: event.state } : { event: event.kind },
    )
    if (mustBeWritten(event)) void write(store, log)
  })
}

function mustBeWritten(event: MachineEvent): boolean {
  switch (event.kind) {
    case 'suspend':
    case 'shutdown':
      return true
    case 'resume':
    case 'lock':
    case 'unlock':
    case 'network':
      return false
    default:
      return assertNever(event)
  }
}

async function write(store: Ports['store'], log: Ports['log']): Promise<void> {
  const flushed = await store.flush()
  if (!flushed.ok) log.error('not everything was written in time', { why: flushed.failure.sentence.id })
}
