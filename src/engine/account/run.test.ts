import { describe, expect, it } from 'vitest'
import { accountRow } from '../../shared/account-rows.ts'
import { fail, ok } from '../../shared/result.ts'
import { price } from '../portfolio/test/market.ts'
import { failure, says } from '../test/fake-feed.ts'
import { fill } from './test/facts.ts'
import { amount, at, BTC, flat, position, snapshot, START } from './test/samples.ts'
import { createStage } from './test/stage.ts'

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

  it('is read anew when the computer wakes', async () => {
    const stage = await started()
    stage.far.snapshot = ok(snapshot({ positions: [position({ size: amount('0.09'), recency: at(60_000, 9) })] }))
    stage.clock.jump(8 * 3_600_000, 'sleep')
    expect(stage.row()?.state).toBe('down')
    await stage.clock.pass(2_000)
    expect(stage.row()?.state).toBe('live')
    expect(stage.position()?.size).toBe('0.09')
  })

  it('on which nothing happens for an hour still was heard of minutes ago', async () => {
    const stage = await started()
    await stage.clock.pass(3_600_000)
    expect(stage.position()?.at).toBe(START)
    expect(stage.clock.now() - (stage.position()?.heardAt ?? 0)).toBeLessThan(150_000)
    expect(stage.state.streams.get('Main private')?.verifiedAt).toBe(stage.position()?.heardAt)
  })

  it('asks what became of its key when the stream refuses a login without saying why', async () => {
    const stage = await started()
    stage.far.rights = fail(failure({ terminal: true }))
    stage.sockets.last().say(says({ kind: 'refused', failure: failure() }))
    await stage.clock.pass(1)
    expect(stage.row()).toMatchObject({ state: 'refused', problem: { id: 'venue.maintenance' } })
    expect(stage.position()?.size).toBe('0.05')
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
