import { expect, it } from 'vitest'
import { fail, ok } from '../../shared/result.ts'
import { failure } from '../test/fake-feed.ts'
import { snapshot } from './test/samples.ts'
import { createStage } from './test/stage.ts'

it('keeps an account live whose stream answers over the new network', async () => {
  const stage = createStage()
  stage.account.start()
  await stage.clock.pass(1000)
  const before = stage.sockets.last().sent.length
  stage.machine.report({ kind: 'network', state: 'other' })
  await stage.clock.pass(1)
  expect([stage.sockets.last().sent.length, stage.row()?.state, stage.sockets.all.length]).toEqual([
    before + 1,
    'live',
    1,
  ])
})

it('begins an account that could not be reached as soon as the network is back', async () => {
  const stage = createStage()
  stage.far.kind = fail(failure())
  stage.account.start()
  await stage.clock.pass(60_000)
  expect(stage.row()?.state).toBe('down')
  stage.far.kind = ok(null)
  stage.machine.report({ kind: 'network', state: 'back' })
  await stage.clock.pass(2000)
  expect(stage.row()).toMatchObject({ state: 'live', problem: null })
})

it('reads an account again as soon as the network is back, unless the exchange asked for a rest', async () => {
  for (const [retryAfterMs, state] of [
    [0, 'live'],
    [3_600_000, 'checking'],
  ] as const) {
    const stage = createStage()
    stage.far.snapshot = fail(failure({ retryAfterMs }))
    stage.account.start()
    await stage.clock.pass(60_000)
    stage.far.snapshot = ok(snapshot())
    stage.machine.report({ kind: 'network', state: 'back' })
    await stage.clock.pass(2000)
    expect(stage.state.streams.get('Main private')?.state).toBe(state)
  }
})

it('asks nothing more of the network once it is stopped', async () => {
  const stage = createStage()
  stage.far.snapshot = fail(failure())
  stage.account.start()
  await stage.clock.pass(10_000)
  stage.account.stop()
  stage.machine.report({ kind: 'network', state: 'back' })
  await stage.clock.pass(60_000)
  expect([stage.clock.waiting, stage.machine.listeners, stage.sockets.alive()]).toEqual([0, 0, []])
})
