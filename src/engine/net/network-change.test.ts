import { expect, it } from 'vitest'
import { json } from '../test/fake-http.ts'
import { fakeRead, readPlan } from '../test/fake-venue.ts'
import { createNetStage } from './test/stage.ts'

it('gives up a request whose way back is gone, and makes it again', async () => {
  const { clock, net, machine, http, far } = createNetStage()
  far.answer = () => (http.requests.length === 1 ? new Promise(() => undefined) : json('fine'))
  const result = net.client({ signer: null, urgency: 'live' }).perform(readPlan([fakeRead('/a')]))
  await clock.pass(1000)
  machine.report({ kind: 'network', state: 'other' })
  await clock.pass(3999)
  expect(http.requests).toHaveLength(1)
  await clock.pass(600)
  expect(await result).toEqual({ ok: true, value: ['fine'] })
  expect([http.requests.length, machine.listeners]).toEqual([2, 0])
})

it('still takes an answer that finds its way back in time', async () => {
  const { clock, net, machine, http, far } = createNetStage()
  far.answer = () => new Promise((resolve) => void clock.after(3000, () => resolve(json('late'))))
  const result = net.client({ signer: null, urgency: 'live' }).perform(readPlan([fakeRead('/a')]))
  machine.report({ kind: 'network', state: 'gone' })
  await clock.pass(10_000)
  expect([await result, http.requests.length]).toEqual([{ ok: true, value: ['late'] }, 1])
})
