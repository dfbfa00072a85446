import { describe, expect, it } from 'vitest'
import { json } from '../test/fake-http.ts'
import { fakeRead, readPlan } from '../test/fake-venue.ts'
import type { Plan } from '../ports/plan.ts'
import { createNetStage, signer, START, status } from './test/stage.ts'

const live = { signer: null, urgency: 'live' } as const

describe('performing a plan', () => {
  it('makes the reads of a batch side by side and hands outcomes back in order', async () => {
    const { clock, net, far } = createNetStage()
    far.answer = (path) => json(path)
    const result = net.client(live).perform(readPlan([fakeRead('/a'), fakeRead('/b'), fakeRead('/c')]))
    await clock.settle()
    expect(await result).toEqual({ ok: true, value: ['/a', '/b', '/c'] })
  })

  it('sends a signed read only from the list, and only with a key', async () => {
    const { net, log, http } = createNetStage()
    const outside = fakeRead('/withdraw', { access: 'signed', method: 'POST' })
    const keyed = net.client({ signer, urgency: 'live' })
    const refused = await keyed.perform(readPlan([outside]))
    expect(refused).toMatchObject({ ok: false, failure: { code: 'internal', terminal: true } })
    const keyless = await net.client(live).perform(readPlan([fakeRead('/account', { access: 'signed' })]))
    expect(keyless.ok).toBe(false)
    expect(http.requests).toHaveLength(0)
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(2)
    expect(await keyed.perform(readPlan([fakeRead('/account', { access: 'signed' })]))).toMatchObject({ ok: true })
    expect(http.requests[0]?.request.headers['key']).toBe('key')
  })

  it('never shows the key to a public read', async () => {
    const { net, http } = createNetStage()
    await net.client({ signer, urgency: 'live' }).perform(readPlan([fakeRead('/public')]))
    expect(http.requests[0]?.request.headers['key']).toBe('')
  })

  it('tries again with growing waits, and hands the failure back after four tries', async () => {
    const { clock, net, far, http } = createNetStage()
    far.answer = () => status(500)
    const result = net.client(live).perform(readPlan([fakeRead('/a')]))
    await clock.pass(10_000)
    expect(await result).toMatchObject({ ok: false })
    const waits = http.requests.map(({ at }, index) => at - (http.requests[index - 1]?.at ?? 0)).slice(1)
    expect(waits).toHaveLength(3)
    waits.forEach((wait, index) => {
      expect(wait).toBeGreaterThanOrEqual(250 * 2 ** index)
      expect(wait).toBeLessThanOrEqual(500 * 2 ** index)
    })
  })

  it('measures the clock and tries once more when its time was refused', async () => {
    const { clock, net, far, paths } = createNetStage()
    far.answer = () => status(425)
    const result = net.client(live).perform(readPlan([fakeRead('/a')]))
    await clock.pass(1000)
    expect(await result).toMatchObject({ ok: false })
    expect(paths()).toEqual(['/a', '/time', '/time', '/time', '/a'])
  })

  it('answers when the host port itself never does', async () => {
    const { clock, net, http } = createNetStage()
    http.answer(() => new Promise(() => undefined))
    const result = net.client(live).perform(readPlan([fakeRead('/a')]))
    await clock.pass(180_000)
    expect(await result).toMatchObject({ ok: false, failure: { sentence: { id: 'network.timeout' } } })
    expect(clock.waiting).toBe(0)
  })

  it('turns a broken plan into an incident, not into a crash', async () => {
    const { net, log } = createNetStage()
    function* broken(): Plan<null> {
      yield [fakeRead('/a')]
      throw new Error('a bug')
    }
    expect(await net.client(live).perform(broken())).toMatchObject({ failure: { sentence: { id: 'engine.internal' } } })
    expect(log.lines.some(({ fields }) => String(fields['thrown']).includes('a bug'))).toBe(true)
  })

  it('leaves nothing waiting when all is stopped in the middle of a request', async () => {
    const { clock, net, http } = createNetStage()
    http.answer(() => new Promise(() => undefined))
    net.start()
    const result = net.client(live).perform(readPlan([fakeRead('/a')]))
    await clock.pass(100)
    net.stop()
    expect(await result).toMatchObject({ ok: false })
    await clock.settle()
    expect([clock.waiting, http.requests.length]).toEqual([0, 2])
  })

  it('sends nothing when it is stopped between admission and sending', async () => {
    const { clock, net, http, log } = createNetStage()
    const client = net.client(live)
    const result = client.perform(readPlan([fakeRead('/a')]))
    client.stop()
    await clock.settle()
    expect(await result).toMatchObject({ failure: { sentence: { id: 'network.cancelled' } } })
    expect([http.requests.length, log.lines.length]).toEqual([0, 0])
  })

  it('sends nothing more once its client is stopped', async () => {
    const { clock, net, far, http } = createNetStage()
    far.answer = () => status(500)
    const client = net.client(live)
    const result = client.perform(readPlan([fakeRead('/a')]))
    await clock.pass(100)
    client.stop()
    expect(await result).toMatchObject({ ok: false, failure: { sentence: { id: 'network.cancelled' } } })
    await clock.pass(60_000)
    expect(http.requests).toHaveLength(1)
    expect(clock.waiting).toBe(0)
  })
})

describe('time of the exchange', () => {
  it('is signed a little in the past, by the best of several measurements', async () => {
    const { clock, net, http } = createNetStage({}, 5000)
    net.start()
    await clock.pass(10)
    expect(net.offset()).toBe(5000)
    await net.client({ signer, urgency: 'live' }).perform(readPlan([fakeRead('/account', { access: 'signed' })]))
    expect(http.requests.at(-1)?.request.headers['time']).toBe(String(START + 10 + 5000 - 150))
  })
})
