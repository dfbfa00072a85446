import { expect, it } from 'vitest'
import type { ClockJump } from '../../engine/ports/clock.ts'
import type { MachineEvent } from '../../engine/ports/machine.ts'
import { createManualClock } from '../../engine/test/manual-clock.ts'
import { createNodeMachine } from './machine.ts'
import type { ReadAddresses } from './network-watch.ts'

function createStage(readAddresses: ReadAddresses | null = () => ['192.0.2.1']) {
  const manual = createManualClock(0)
  const jumps: ClockJump[] = []
  const clock = { ...manual, reportJump: (kind: ClockJump['kind'], byMs: number) => void jumps.push({ kind, byMs }) }
  const machine = createNodeMachine({ clock, readAddresses })
  const heard: MachineEvent[] = []
  machine.onEvent((event) => void heard.push(event))
  return { clock: manual, jumps, machine, heard }
}

it('makes a wake-up a jump of the clock by as long as the computer slept', () => {
  const { clock, jumps, machine, heard } = createStage()
  machine.report({ kind: 'suspend' })
  clock.jump(3_600_000, 'sleep')
  machine.report({ kind: 'resume' })
  expect(jumps).toEqual([{ kind: 'sleep', byMs: 3_600_000 }])
  expect(heard.map(({ kind }) => kind)).toEqual(['suspend', 'resume'])
})

it('makes a wake-up a jump though nobody told of falling asleep, or the clock was set back meanwhile', () => {
  const { clock, jumps, machine } = createStage()
  machine.report({ kind: 'resume' })
  machine.report({ kind: 'suspend' })
  clock.jump(-60_000, 'step')
  machine.report({ kind: 'resume' })
  expect(jumps).toEqual([
    { kind: 'sleep', byMs: 0 },
    { kind: 'sleep', byMs: 0 },
  ])
})

it('tells of the network it watches', async () => {
  const now = { addresses: ['192.0.2.1'] }
  const { clock, heard } = createStage(() => now.addresses)
  now.addresses = []
  await clock.pass(3000)
  expect(heard).toEqual([{ kind: 'network', state: 'gone' }])
})

it('never speaks of the network where it is none of its business, whoever reports it', async () => {
  const { clock, machine, heard } = createStage(null)
  machine.report({ kind: 'network', state: 'gone' })
  machine.report({ kind: 'lock' })
  await clock.pass(60_000)
  expect([heard, clock.waiting]).toEqual([[{ kind: 'lock' }], 0])
})

it('is silent once it is stopped', () => {
  const { clock, machine, heard } = createStage()
  machine.stop()
  machine.report({ kind: 'suspend' })
  expect([heard, clock.waiting]).toEqual([[], 0])
})
