import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import type { AlertCondition } from '../../shared/alert-conditions.ts'
import type { EngineState } from '../state.ts'
import { balanceRow } from './test/more-rows.ts'
import { accountRow, BTC, positionRow, priceRow, rule, START, streamRow } from './test/rows.ts'
import { A_LOOK_MS, createWatchStage, type WatchStage } from './test/watch-stage.ts'

type Furnish = (state: EngineState) => void

const POSITION = `main ${BTC} one-way`
const near = positionRow({ mark: decimal('100'), liquidation: decimal('97'), liquidationDistance: decimal('0.03') })
const rights = (expiresAt: number | null, verdict: 'read-only' | 'can-trade' = 'read-only') =>
  accountRow({ rights: { verdict, powers: [], addressBound: true, expiresAt, checkedAt: START } })

const account: Furnish = ({ accounts }) => accounts.set('main', accountRow())
const noAccount: Furnish = ({ accounts }) => accounts.set('main', null)
const blind: Furnish = ({ accounts }) => accounts.set('main', accountRow({ state: 'stale' }))
const held: Furnish = ({ positions, prices }) => {
  positions.set(POSITION, near)
  prices.set(BTC, priceRow({ mark: decimal('100'), fundingRate: decimal('0.01') }))
}
const flat: Furnish = ({ positions }) => positions.set(POSITION, null)
const silent =
  (stream: string, kind: 'private' | 'heartbeat'): Furnish =>
  ({ streams }) =>
    streams.set(stream, streamRow({ stream, kind, state: 'stale', account: kind === 'private' ? near.account : null }))
const noStream =
  (stream: string): Furnish =>
  ({ streams }) =>
    streams.set(stream, null)

async function watched(condition: AlertCondition, ...steps: readonly Furnish[]): Promise<WatchStage> {
  const stage = createWatchStage([rule({ condition })])
  stage.begin()
  for (const step of steps) {
    step(stage.state)
    await stage.clock.pass(6_000)
  }
  return stage
}

const ofAll = ({ store }: WatchStage) => ({
  standing: store.alerts(Infinity, 100).filter(({ clearedAt }) => clearedAt === null).length,
  told: store.alerts(Infinity, 100).length,
  states: store.states().length,
})

const STREAM: AlertCondition = { kind: 'stream-stale', forMs: 5_000 }
const FUNDING: AlertCondition = {
  kind: 'funding-rate',
  instrument: null,
  level: 'above',
  rate: decimal('0.001'),
}
const EXPIRES: AlertCondition = { kind: 'key-expires', withinDays: 7 }
const expiring: Furnish = ({ accounts }) => accounts.set('main', rights(START + 86_400_000))

describe.each<readonly [string, AlertCondition, readonly Furnish[], Furnish]>([
  ['an account', STREAM, [account, silent('Main private', 'private'), noStream('Main private')], noAccount],
  ['a heartbeat', STREAM, [silent('Backup heartbeat', 'heartbeat')], noStream('Backup heartbeat')],
  ['a held contract', FUNDING, [account, held], flat],
  ['an expiry', EXPIRES, [expiring], ({ accounts }) => accounts.set('main', rights(null))],
  ['a key', EXPIRES, [expiring], noAccount],
])('what stood about %s that is no more', (_, condition, before, after) => {
  it('stands no more, and no trace of it is left', async () => {
    const stage = await watched(condition, ...before)
    expect(ofAll(stage)).toEqual({ standing: 1, told: 1, states: 1 })
    after(stage.state)
    await stage.clock.pass(A_LOOK_MS * 5)
    expect(ofAll(stage)).toEqual({ standing: 0, told: 1, states: 0 })
  })
})

it.each<readonly [string, AlertCondition, Furnish]>([
  [
    'balances',
    { kind: 'balance-changes', asset: null, amount: decimal('1') },
    ({ balances }) => balances.set('main USDT', balanceRow(decimal('5'))),
  ],
  ['key rights', { kind: 'key-rights-changed' }, ({ accounts }) => accounts.set('main', rights(null))],
])('%s of an account that is no more are forgotten', async (_, condition, furnish) => {
  const stage = await watched(condition, account, furnish)
  expect(stage.store.states()).toHaveLength(1)
  stage.state.balances.set('main USDT', null)
  noAccount(stage.state)
  await stage.clock.pass(A_LOOK_MS * 5)
  expect(ofAll(stage)).toEqual({ standing: 0, told: 0, states: 0 })
})

it('funding of a contract whose position may merely be unread goes on standing', async () => {
  const stage = await watched(FUNDING, account, held, blind, flat)
  expect(ofAll(stage)).toEqual({ standing: 1, told: 1, states: 1 })
})

it('a stream whose account is renamed is the same stream', async () => {
  const renamed: Furnish = (state) => {
    noStream('Main private')(state)
    silent('Other private', 'private')(state)
  }
  const stage = await watched(STREAM, account, silent('Main private', 'private'), renamed)
  expect(ofAll(stage)).toEqual({ standing: 1, told: 1, states: 1 })
})

it('a stream of prices that is not opened yet after a start goes on standing, and not for ever', async () => {
  const stage = await watched(STREAM, silent('Venue prices', 'heartbeat'))
  stage.end('stopped')
  stage.clock.jump(3_600_000, 'sleep')
  stage.begin()
  await stage.clock.pass(60_000)
  expect(ofAll(stage).standing).toBe(1)
  await stage.clock.pass(600_000)
  expect(ofAll(stage)).toEqual({ standing: 0, told: 1, states: 0 })
})

describe('a position that was near its liquidation', () => {
  const NEAR: AlertCondition = { kind: 'liquidation-distance', fraction: decimal('0.05') }
  const noLiquidation: Furnish = ({ positions }) =>
    positions.set(POSITION, { ...near, liquidation: null, liquidationDistance: null })

  it('is far from it when the exchange states none, and is told of anew when it is near again', async () => {
    const stage = await watched(NEAR, account, held, noLiquidation)
    expect(ofAll(stage)).toEqual({ standing: 1, told: 1, states: 1 })
    await stage.clock.pass(60_000)
    expect(ofAll(stage)).toEqual({ standing: 0, told: 1, states: 0 })
    held(stage.state)
    await stage.clock.pass(A_LOOK_MS)
    expect(ofAll(stage)).toEqual({ standing: 1, told: 2, states: 1 })
  })

  it('is as it was while nothing fresh says otherwise', async () => {
    const stage = await watched(NEAR, account, held, ({ positions }) =>
      positions.set(POSITION, { ...near, freshness: 'stale', liquidation: null, liquidationDistance: null }),
    )
    await stage.clock.pass(600_000)
    expect(ofAll(stage)).toEqual({ standing: 1, told: 1, states: 1 })
  })
})

describe('a balance', () => {
  const of = (asset: string | null, amount: string): AlertCondition => ({
    kind: 'balance-changes',
    asset,
    amount: decimal(amount),
  })
  const has =
    (asset: string, wallet: string, rate: string | null): Furnish =>
    ({ balances }) =>
      balances.set(`main ${asset}`, {
        ...balanceRow(decimal(wallet)),
        asset,
        rate: rate === null ? null : decimal(rate),
      })
  const bare =
    (asset: string): Furnish =>
    ({ balances }) =>
      balances.set(`main ${asset}`, null)

  it.each<readonly [string, AlertCondition, readonly Furnish[], readonly string[]]>([
    ['counts by its worth', of(null, '100'), [has('BTC', '1', '60000'), has('BTC', '0.99', '60000')], ['-0.01']],
    ['is too little', of(null, '100'), [has('BTC', '1', '60000'), has('BTC', '0.999', '60000')], []],
    ['counts by its worth when it is used up', of(null, '100'), [has('BTC', '1', '60000'), bare('BTC')], ['-1']],
    ['of little worth may be used up', of(null, '100'), [has('BNB', '0.1', '600'), bare('BNB')], []],
    [
      'counts in its own units where no rate is known',
      of(null, '100'),
      [has('X', '1', null), has('X', '101', null)],
      ['100'],
    ],
    [
      'that was named counts in its own units',
      of('BTC', '1'),
      [has('BTC', '1', '60000'), has('BTC', '1.5', '60000'), has('BTC', '2', '60000')],
      ['1', '1'],
    ],
    ['that was not named counts for nothing', of('BTC', '1'), [has('USDT', '1', '1'), has('USDT', '900', '1')], []],
    ['that was named began with nothing', of('BTC', '1'), [account, has('BTC', '2', '60000')], ['2']],
    [
      'that comes to known others began with nothing',
      of(null, '100'),
      [has('USDT', '5', '1'), has('BTC', '2', '60000')],
      ['2'],
    ],
  ])('%s', async (_, condition, steps, told) => {
    const stage = await watched(condition, account, ...steps)
    expect(stage.news().map(({ value }) => value)).toEqual(told)
  })
})

describe('an asset that a report leaves out', () => {
  const BALANCE: AlertCondition = { kind: 'balance-changes', asset: null, amount: decimal('1') }
  const rich: Furnish = ({ balances }) => balances.set('main USDT', balanceRow(decimal('5')))
  const drained: Furnish = ({ balances }) => balances.set('main USDT', null)

  it('is used up, once, and comes back as another change', async () => {
    const stage = await watched(BALANCE, account, rich, drained)
    expect(stage.news()).toMatchObject([{ value: '-5', late: false }])
    rich(stage.state)
    await stage.clock.pass(A_LOOK_MS)
    expect(stage.news()).toMatchObject([{ value: '5' }])
  })

  it('is told as late when it was used up in a sleep, and not before the account was read', async () => {
    const stage = await watched(BALANCE, account, rich, blind)
    stage.clock.jump(3_600_000, 'sleep')
    drained(stage.state)
    await stage.clock.pass(10_000)
    expect(stage.news()).toEqual([])
    account(stage.state)
    await stage.clock.pass(2_000)
    expect(stage.news()).toMatchObject([{ value: '-5', late: true }])
  })
})
