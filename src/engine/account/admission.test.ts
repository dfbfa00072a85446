import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/result.ts'
import { price } from '../portfolio/test/market.ts'
import { failure } from '../test/fake-feed.ts'
import { BTC } from './test/samples.ts'
import { createStage, readOnly } from './test/stage.ts'

const trading: typeof readOnly = { ...readOnly, verdict: 'can-trade', powers: ['Order'] }
const withdrawing: typeof readOnly = { ...readOnly, verdict: 'can-withdraw', powers: ['Withdraw'] }

async function started() {
  const stage = createStage()
  stage.prices.set(BTC, price())
  stage.account.start()
  await stage.clock.pass(1)
  return stage
}

describe('a key', () => {
  it('that can withdraw is refused, and no stream is opened', async () => {
    const stage = createStage({ tradingKeyAccepted: true })
    stage.far.rights = ok(withdrawing)
    stage.account.start()
    await stage.clock.pass(60_000)
    expect(stage.row()).toMatchObject({
      state: 'refused',
      problem: { id: 'account.key-can-withdraw', values: { powers: 'Withdraw' } },
      rights: { verdict: 'can-withdraw' },
    })
    expect(stage.sockets.all).toEqual([])
  })

  it('that can trade is refused unless the user insisted', async () => {
    const stage = createStage()
    stage.far.rights = ok(trading)
    stage.account.start()
    await stage.clock.pass(1)
    expect(stage.row()).toMatchObject({ state: 'refused', problem: { id: 'account.key-can-trade' } })
    const insisted = createStage({ tradingKeyAccepted: true })
    insisted.far.rights = ok(trading)
    insisted.account.start()
    await insisted.clock.pass(1)
    expect(insisted.row()).toMatchObject({ state: 'live', tradingKeyAccepted: true, rights: { verdict: 'can-trade' } })
  })

  it('is looked at again daily, and one that gained rights is not used any more', async () => {
    const stage = await started()
    stage.far.rights = ok(withdrawing)
    await stage.clock.pass(24 * 3_600_000)
    expect(stage.row()?.state).toBe('refused')
    expect(stage.sockets.alive()).toEqual([])
    expect(stage.position()).toMatchObject({ size: '0.05', freshness: 'down' })
  })

  it('made read-only again is used again when the user asks', async () => {
    const stage = createStage()
    stage.far.rights = ok(trading)
    stage.account.start()
    await stage.clock.pass(1)
    expect(await stage.account.recheck()).toMatchObject({ ok: false, failure: { code: 'denied' } })
    stage.far.rights = ok(readOnly)
    expect(await stage.account.recheck()).toMatchObject({ ok: true, value: { verdict: 'read-only' } })
    await stage.clock.pass(1)
    expect(stage.row()).toMatchObject({ state: 'live', problem: null })
  })

  it('whose rights cannot be read now is unverified, never safe, and asked about soon', async () => {
    const stage = createStage()
    stage.far.rights = fail(failure())
    stage.account.start()
    await stage.clock.pass(1)
    expect(stage.row()).toMatchObject({ state: 'live', rights: { verdict: 'unknown' } })
    stage.far.rights = ok(readOnly)
    await stage.clock.pass(10 * 60_000)
    expect(stage.row()).toMatchObject({ rights: { verdict: 'read-only' } })
  })

  it('that the exchange does not know waits for the user', async () => {
    const stage = createStage()
    stage.far.kind = fail(failure({ terminal: true }))
    stage.account.start()
    await stage.clock.pass(600_000)
    expect(stage.row()).toMatchObject({ state: 'refused', problem: { id: 'venue.maintenance' } })
  })

  it('is tried again while the exchange does not answer', async () => {
    const stage = createStage()
    stage.far.kind = fail(failure())
    stage.account.start()
    await stage.clock.pass(1)
    expect(stage.row()).toMatchObject({ state: 'down', problem: { id: 'venue.maintenance' } })
    stage.far.kind = ok(null)
    await stage.clock.pass(30_000)
    expect(stage.row()).toMatchObject({ state: 'live', problem: null })
  })

  it('in a vault that is locked waits for it to be opened', async () => {
    const stage = createStage()
    stage.far.signer = failure()
    stage.account.start()
    await stage.clock.pass(1)
    expect(stage.row()?.state).toBe('refused')
    stage.far.signer = null
    stage.account.restart()
    await stage.clock.pass(1)
    expect(stage.row()?.state).toBe('live')
  })

  it('withdrawn in the middle ends the account’s following', async () => {
    const stage = await started()
    stage.far.snapshot = fail(failure({ terminal: true }))
    stage.doubt()
    await stage.clock.pass(1)
    expect(stage.row()?.state).toBe('refused')
    expect(stage.sockets.alive()).toEqual([])
  })
})
