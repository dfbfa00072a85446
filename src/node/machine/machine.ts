import type { Machine, MachineEvent } from '../../engine/ports/machine.ts'
import type { Stop } from '../../shared/link.ts'
import type { NodeClock } from '../clock.ts'
import { watchNetwork, type ReadAddresses } from './network-watch.ts'

export interface NodeMachine extends Machine {
  /** For a host that hears of the computer from the system. */
  report(event: MachineEvent): void
  stop(): void
}

interface MachineOptions {
  readonly clock: Pick<NodeClock, 'now' | 'after' | 'onJump' | 'monotonic' | 'reportJump'>
  /** Null where the network is not this computer's, as in the demo: then nothing about it is told. */
  readonly readAddresses: ReadAddresses | null
}

/** The computer as Node sees it: what its host reports, and the network by its addresses. */
export function createNodeMachine({ clock, readAddresses }: MachineOptions): NodeMachine {
  const takers = new Set<(event: MachineEvent) => void>()
  const sleep: { since: number | null } = { since: null }
  const stopWatching: Stop =
    readAddresses === null
      ? () => undefined
      : watchNetwork(clock, readAddresses, (state) => tell({ kind: 'network', state }))

  function tell(event: MachineEvent): void {
    for (const take of [...takers]) take(event)
  }

  function report(event: MachineEvent): void {
    if (event.kind === 'network' && readAddresses === null) return
    if (event.kind === 'suspend') sleep.since = clock.now()
    tell(event)
    if (event.kind === 'resume') wakeUp()
  }

  /** All who keep time learn of a wake-up as a jump of the clock, whoever noticed it. */
  function wakeUp(): void {
    const since = sleep.since ?? clock.now()
    sleep.since = null
    clock.reportJump('sleep', Math.max(0, clock.now() - since))
  }

  return {
    onEvent: (take) => {
      takers.add(take)
      return () => void takers.delete(take)
    },
    report,
    stop: () => {
      stopWatching()
      takers.clear()
    },
  }
}
