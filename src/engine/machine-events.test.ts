import { expect, it } from 'vitest'
import { fail, ok, type Result } from '../shared/result.ts'
import { followMachine } from './machine-events.ts'
import type { MachineEvent } from './ports/machine.ts'
import type { Ports } from './ports/ports.ts'
import { failure } from './test/fake-feed.ts'
import { createFakeLog } from './test/fake-log.ts'
import { createFakeMachine } from './test/fake-machine.ts'

function createStage(answer: Result<null> = ok(null)) {
  const machine = createFakeMachine()
  const log = createFakeLog()
  const told = { flushes: 0 }
  const flush = async () => ((told.flushes += 1), answer)
  // Nothing else of a store is touched.
  const stop = followMachine({ machine, log, store: { flush } as Ports['store'] })
  return { machine, log, told, stop }
}

it.each([
  [{ kind: 'suspend' }, 1],
  [{ kind: 'shutdown' }, 1],
  [{ kind: 'resume' }, 0],
  [{ kind: 'lock' }, 0],
  [{ kind: 'unlock' }, 0],
  [{ kind: 'network', state: 'gone' }, 0],
] as readonly (readonly [MachineEvent, number])[])('%j writes what waits %i times, and is logged', (event, flushes) => {
  const { machine, log, told } = createStage()
  machine.report(event)
  expect([told.flushes, log.lines.length]).toEqual([flushes, 1])
})

it('says in the log that not everything was written', async () => {
  const { machine, log } = createStage(fail(failure()))
  machine.report({ kind: 'suspend' })
  await Promise.resolve()
  expect(log.lines.map(({ level }) => level)).toEqual(['info', 'error'])
})

it('listens no more once it is stopped', () => {
  const { machine, told, stop } = createStage()
  stop()
  machine.report({ kind: 'suspend' })
  expect([told.flushes, machine.listeners]).toEqual([0, 0])
})
