import { describe, expect, it } from 'vitest'
import { accountRow } from '../../shared/account-rows.ts'
import { fail, ok } from '../../shared/result.ts'
import { price } from '../portfolio/test/market.ts'
import { failure } from '../test/fake-feed.ts'
import { fill } from './test/facts.ts'
import { amount, at, BTC, flat, position, snapshot } from './test/samples.ts'
import { createStage, readOnly } from './test/stage.ts'

const trading: typeof readOnly = { ...readOnly, verdict: 'can-trade', powers: ['Order'] }
const withdrawing: typeof readOnly = { ...readOnly, verdict: 'can-withdraw', powers: ['Withdraw'] }

async function started(...options: Parameters<typeof createStage>) {
  const stage = createStage(...options)
  stage.prices.set(BTC, price())
  stage.account.start()
  await stage.clock.pass(1)
  return stage
}

describe('an account', () => {
  it('goes from its key to its rows', async () => {
    const stage = createStage()
    stage.prices.set(BTC, price())
    stage.account.start()
    expect(stage.row()).toMatchObject({
      state: 'starting',
      rights: null,
      label: 'Main',
      venueName: 'Fake',
      badge: 'live',
    })
    await stage.clock.pass(1)
    expect(accountRow.parse(stage.row())).toMatchObject({
      state: 'live',
      problem: null,
      rights: { verdict: 'read-only' },
    })
    expect(stage.total()).toMatchObject({ equity: '10000', freshness: 'live' })
    expect(stage.state.streams.get('Main private')).toMatchObject({ state: 'live', required: true })
    expect(stage.account.identity()).toBe('sample')
  })

  it('follows its stream', async () => {
    const stage = await started()
    stage.say({ kind: 'position', position: position({ size: amount('0.07'), recency: at(1_000, 2) }) })
    expect(stage.position()).toMatchObject({ size: '0.07', source: 'stream' })
    stage.say({ kind: 'fill', fill: fill() })
    expect(stage.state.fills.size).toBe(1)
  })

  it('keeps its figures, dimmed, while it is not connected, and reads all again when it is', async () => {
    const stage = await started()
    stage.far.snapshot = ok(snapshot({ positions: [position({ size: amount('0.09'), recency: at(60_000, 9) })] }))
    stage.sockets.last().hangUp()
    expect(stage.row()?.state).toBe('down')
    expect(stage.position()).toMatchObject({ size: '0.05', freshness: 'down' })
    await stage.clock.pass(2_000)
    expect(stage.position()).toMatchObject({ size: '0.09', freshness: 'live' })
  })

  it('is checking while what it heard cannot be trusted', async () => {
    const stage = await started()
    await stage.clock.pass(5_000)
    stage.far.snapshot = fail(failure())
    stage.doubt()
    await stage.clock.pass(1)
    expect(stage.row()).toMatchObject({ state: 'checking', problem: { id: 'venue.maintenance' } })
    expect(stage.position()?.size).toBe('0.05')
    stage.far.snapshot = ok(snapshot({ positions: [] }))
    await stage.clock.pass(30_000)
    expect(stage.row()).toMatchObject({ state: 'live', problem: null })
    expect(stage.position()).toBeUndefined()
  })

  it('turns stale when it cannot be verified for long, though its stream goes on', async () => {
    const stage = await started()
    stage.far.snapshot = fail(failure())
    await stage.clock.pass(8 * 60_000)
    expect(stage.row()?.state).toBe('stale')
  })

  it('repairs what differs twice and writes it down with both values', async () => {
    const stage = await started()
    stage.far.snapshot = ok(snapshot({ positions: [position({ size: amount('0.5'), recency: at(10_000, 5) })] }))
    await stage.clock.pass(31_000)
    expect(stage.row()?.state).toBe('checking')
    expect(stage.position()?.size).toBe('0.05')
    await stage.clock.pass(5_000)
    expect(stage.row()?.state).toBe('live')
    expect(stage.position()?.size).toBe('0.5')
    expect([...stage.state.drift.rows()].map(([, row]) => row)).toMatchObject(
      [{ what: 'position BTCUSDT one-way', ours: /0\.05/, theirs: /0\.5/, repaired: true }].map((row) => ({
        ...row,
        ours: expect.stringMatching(row.ours),
        theirs: expect.stringMatching(row.theirs),
      })),
    )
  })

  it('soon reads again what a trade has changed and no stream tells', async () => {
    const stage = await started()
    await stage.clock.pass(40_000)
    const bare = { size: amount('0.06'), maintenanceMargin: null, initialMargin: null, liquidation: null }
    stage.say({ kind: 'position', position: position({ ...bare, recency: at(41_000, 2) }) })
    expect(stage.position()).toMatchObject({ liquidation: null, maintenanceMargin: '25.2', initialMargin: '504' })
    stage.far.snapshot = ok(snapshot({ positions: [position({ size: amount('0.06'), recency: at(41_000, 2) })] }))
    await stage.clock.pass(20_000)
    expect(stage.position()).toMatchObject({ size: '0.06', liquidation: '70000' })
  })

  it('closes a position once and for all, whatever comes late', async () => {
    const stage = await started()
    stage.say({ kind: 'position', position: flat(at(3_000, 5)) })
    stage.say({ kind: 'position', position: position({ recency: at(2_900, 4) }) })
    expect(stage.position()).toBeUndefined()
    expect(stage.total()?.positions).toBe(0)
  })
})

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

describe('an account that ends', () => {
  it('leaves no timer and no socket', async () => {
    const stage = await started()
    await stage.clock.pass(5_000)
    stage.account.stop()
    await stage.clock.pass(2_000)
    expect(stage.sockets.alive()).toEqual([])
    expect(stage.clock.waiting).toBe(0)
  })

  it('leaves no row when it is removed', async () => {
    const stage = await started()
    stage.account.remove()
    stage.tables.settle()
    const { accounts, positions, balances, orders, totals, streams } = stage.state
    expect([accounts, positions, balances, orders, totals, streams].map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('keeps its stream under its new name', async () => {
    const stage = await started()
    stage.account.rename('Savings')
    expect(stage.row()?.label).toBe('Savings')
    expect([...stage.state.streams.keys()]).toEqual(['Savings private'])
  })
})
