import type { Machine, MachineEvent } from '../ports/machine.ts'

export interface FakeMachine extends Machine {
  report(event: MachineEvent): void
  /** How many listen: nobody may be left after everything was stopped. */
  readonly listeners: number
}

/** A computer to which only what a test says happens. */
export function createFakeMachine(): FakeMachine {
  const takers = new Set<(event: MachineEvent) => void>()
  return {
    onEvent: (take) => {
      takers.add(take)
      return () => void takers.delete(take)
    },
    report: (event) => {
      for (const take of [...takers]) take(event)
    },
    get listeners() {
      return takers.size
    },
  }
}
