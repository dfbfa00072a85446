import { describe, expect, it } from 'vitest'
import { json } from '../test/fake-http.ts'
import { fakeRead, readPlan } from '../test/fake-venue.ts'
import { createNetStage, START, status } from './test/stage.ts'

const live = { signer: null, urgency: 'live' } as const

describe('a host that asks for rest', () => {
  it('gets it from everybody, and then work goes on by itself', async () => {
    const { clock, net, far, http, table } = createNetStage()
    far.answer = (path) =>
      path === '/a' && clock.monotonic() < 1 ? status(429, { 'retry-after': '30' }) : json('fine')
    const one = net.client(live).perform(readPlan([fakeRead('/a')]))
    await clock.pass(1000)
    const other = net.client(live).perform(readPlan([fakeRead('/b')]))
    await clock.pass(28_000)
    expect(http.requests).toHaveLength(1)
    expect(table.get('rest.fake rest weight')?.restsUntil).toBe(START + 30_000)
    await clock.pass(2000)
    expect(await one).toMatchObject({ ok: true })
    expect(await other).toMatchObject({ ok: true })
    expect(http.requests.slice(1).every(({ at }) => at >= 30_000)).toBe(true)
  })

  it('is not waited for through a long ban: the failure says how long, and nothing is sent meanwhile', async () => {
    const { clock, net, far, http } = createNetStage()
    far.answer = () => status(418, { 'retry-after': '7200' })
    const banned = net.client(live).perform(readPlan([fakeRead('/a')]))
    await clock.pass(10)
    expect(await banned).toMatchObject({ ok: false, failure: { retryAfterMs: 7_200_000 } })
    await clock.pass(3_600_000)
    const later = net.client(live).perform(readPlan([fakeRead('/b')]))
    expect(await later).toMatchObject({ ok: false, failure: { retryAfterMs: 3_599_990 } })
    expect(http.requests).toHaveLength(1)
    far.answer = () => json('fine')
    await clock.pass(3_599_990)
    expect(await net.client(live).perform(readPlan([fakeRead('/c')]))).toMatchObject({ ok: true })
  })

  it('is left alone for a minute when it does not say how long', async () => {
    const { clock, net, far, http } = createNetStage()
    far.answer = () => (http.requests.length === 1 ? status(429) : json('fine'))
    const result = net.client(live).perform(readPlan([fakeRead('/a')]))
    await clock.pass(59_900)
    expect(http.requests).toHaveLength(1)
    await clock.pass(200)
    expect(await result).toMatchObject({ ok: true })
  })
})

describe('waiting for budget', () => {
  const budgets = [{ host: 'rest', bucket: 'weight', limit: 10, windowMs: 1000 }]

  it('leaves half to work for the screen, which goes first', async () => {
    const { clock, net, paths, table } = createNetStage({ budgets })
    const history = net.client({ signer: null, urgency: 'history' })
    const done = Promise.all([
      history.perform(readPlan(Array.from({ length: 12 }, (_, index) => fakeRead(`/old/${index}`)))),
      net.client(live).perform(readPlan([fakeRead('/now', { cost: { weight: 4 } })])),
    ])
    await clock.pass(0)
    expect(paths()).toEqual(['/old/0', '/old/1', '/old/2', '/old/3', '/old/4', '/now'])
    await clock.pass(5000)
    expect((await done).every(({ ok }) => ok)).toBe(true)
    await clock.pass(2000)
    expect(table.get('rest.fake rest weight')).toMatchObject({ used: 0, waiting: 0, limit: 10 })
    expect(clock.waiting).toBe(0)
  })

  it('counts what other programs of the same address used', async () => {
    const { clock, net, far, http } = createNetStage({ budgets })
    far.answer = () => ({ kind: 'answer', status: 200, headers: { used: '10' }, body: '1' })
    const client = net.client(live)
    await client.perform(readPlan([fakeRead('/a')]))
    const next = client.perform(readPlan([fakeRead('/b')]))
    await clock.pass(900)
    expect(http.requests).toHaveLength(1)
    await clock.pass(200)
    expect(await next).toMatchObject({ ok: true })
  })
})
