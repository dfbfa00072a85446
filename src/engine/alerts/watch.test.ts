import { describe, expect, it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { accountRow, BTC, positionRow, priceRow, rule, streamRow } from './test/rows.ts'
import { A_LOOK_MS, createWatchStage, type WatchStage } from './test/watch-stage.ts'

const NEAR = rule({ condition: { kind: 'liquidation-distance', fraction: decimal('0.1') } })
const SILENT = rule({ condition: { kind: 'stream-stale', forMs: 60_000 } })
const NIGHT_MS = 8 * 3_600_000

const distance = (stage: WatchStage, text: string, more: Partial<ReturnType<typeof positionRow>> = {}) => {
  stage.state.positions.set(`main ${BTC} one-way`, positionRow({ liquidationDistance: decimal(text), ...more }))
  return stage.clock.pass(A_LOOK_MS)
}

const standing = ({ store }: WatchStage) => store.alerts(Infinity, 100).map(({ clearedAt }) => clearedAt !== null)

describe('a position near its liquidation', () => {
  it('is told at once, also when it was near before anybody looked, and clears when it is closed', async () => {
    const stage = createWatchStage([NEAR])
    stage.begin()
    stage.state.accounts.set('main', accountRow())
    await distance(stage, '0.05')
    expect(stage.news()).toMatchObject([{ title: { id: 'alert.liquidation-distance' }, late: false, value: '0.05' }])
    stage.state.positions.set(`main ${BTC} one-way`, null)
    await stage.clock.pass(A_LOOK_MS)
    expect(standing(stage)).toEqual([true])
    await distance(stage, '0.05')
    expect(stage.news()).toHaveLength(1)
  })

  it('does not clear while its account cannot be seen, and does when the account is gone', async () => {
    const stage = createWatchStage([NEAR])
    stage.begin()
    stage.state.accounts.set('main', accountRow())
    await distance(stage, '0.05')
    stage.state.accounts.set('main', accountRow({ state: 'starting' }))
    stage.state.positions.set(`main ${BTC} one-way`, null)
    await stage.clock.pass(10_000)
    expect(standing(stage)).toEqual([false])
    stage.state.accounts.set('main', null)
    await stage.clock.pass(1_000)
    expect(standing(stage)).toEqual([true])
  })

  it.each([{ freshness: 'stale' }, { markFreshness: 'stale' }, { freshness: 'checking' }] as const)(
    'is not told of while %o',
    async (more) => {
      const stage = createWatchStage([NEAR])
      stage.begin()
      await distance(stage, '0.05', more)
      await stage.clock.pass(60_000)
      expect(stage.news()).toEqual([])
      await distance(stage, '0.05')
      expect(stage.news()).toHaveLength(1)
    },
  )
})

it('tells of a price at once, however busy positions are', async () => {
  const direction = { direction: 'above', price: decimal('100'), of: 'mark' } as const
  const crosses = rule({ rule: 'p', condition: { kind: 'price-crosses', instrument: BTC, ...direction } })
  const stage = createWatchStage([NEAR, crosses])
  const move = (text: string) =>
    stage.state.positions.set(`main ${BTC} one-way`, positionRow({ liquidationDistance: decimal(text) }))
  stage.begin((state) => state.prices.set(BTC, priceRow({ mark: decimal('99') })))
  for (const text of ['0.51', '0.52', '0.53']) {
    move(text)
    await stage.clock.pass(30)
  }
  stage.state.prices.set(BTC, priceRow({ mark: decimal('101') }))
  await stage.clock.pass(20)
  expect(stage.news()).toHaveLength(1)
})

describe('a silent stream', () => {
  it('is told after so long without pause, and clears when it speaks', async () => {
    const stage = createWatchStage([SILENT])
    stage.begin((state) => state.streams.set('Main private', streamRow({ state: 'stale' })))
    await stage.clock.pass(59_000)
    stage.state.streams.set('Main private', streamRow())
    await stage.clock.pass(1_000)
    stage.state.streams.set('Main private', streamRow({ state: 'down' }))
    await stage.clock.pass(59_000)
    expect(stage.news()).toEqual([])
    await stage.clock.pass(2_000)
    expect(stage.news()).toMatchObject([{ title: { id: 'alert.stream-down' }, place: { tab: 'system' } }])
    stage.state.streams.set('Main private', streamRow())
    await stage.clock.pass(1_000)
    expect(standing(stage)).toEqual([true])
  })

  it('has the same patience after a night, though it was silent when the night began', async () => {
    const stage = createWatchStage([SILENT])
    stage.begin((state) => state.streams.set('Main private', streamRow({ state: 'stale' })))
    await stage.clock.pass(30_000)
    stage.end('stopped')
    stage.clock.jump(NIGHT_MS, 'sleep')
    stage.begin((state) => state.streams.set('Main private', streamRow({ state: 'checking' })))
    await stage.clock.pass(5_000)
    expect(stage.news()).toEqual([])
    stage.state.streams.set('Main private', streamRow())
    await stage.clock.pass(120_000)
    expect(stage.news()).toEqual([])
  })
})

describe('after a sleep that nobody told of yet', () => {
  const ABOVE = { instrument: BTC, direction: 'above', price: decimal('100'), of: 'mark' } as const
  const CROSSES = rule({ condition: { kind: 'price-crosses', ...ABOVE } })
  const price = (stage: WatchStage, mark: string, freshness: 'live' | 'checking' = 'live') =>
    stage.state.prices.set(BTC, priceRow({ mark: decimal(mark), freshness }))

  it('a price of before it does not count as seen, so that what crossed meanwhile is late', async () => {
    const stage = createWatchStage([CROSSES])
    stage.begin((state) => state.prices.set(BTC, priceRow({ mark: decimal('99') })))
    await stage.clock.pass(5_000)
    stage.clock.slip(NIGHT_MS)
    await stage.clock.pass(1_500)
    price(stage, '99', 'checking')
    stage.clock.jump(0, 'sleep')
    await stage.clock.pass(2_000)
    price(stage, '101')
    await stage.clock.pass(A_LOOK_MS)
    expect(stage.news()).toMatchObject([{ late: true }])
  })

  it('watching goes on where it was none', async () => {
    const stage = createWatchStage([CROSSES])
    stage.begin((state) => state.prices.set(BTC, priceRow({ mark: decimal('99') })))
    await stage.clock.pass(1_000)
    stage.clock.slip(2_000)
    await stage.clock.pass(5_000)
    price(stage, '101')
    await stage.clock.pass(A_LOOK_MS)
    expect(stage.news()).toMatchObject([{ late: false }])
  })
})

it('what a rule told stands no more once the rule is another one', async () => {
  const condition = {
    kind: 'price-crosses',
    instrument: BTC,
    direction: 'above',
    price: decimal('100'),
    of: 'mark',
  } as const
  const stage = createWatchStage([rule({ condition })])
  stage.begin()
  for (const mark of ['99', '101']) {
    stage.state.prices.set(BTC, priceRow({ mark: decimal(mark) }))
    await stage.clock.pass(A_LOOK_MS)
  }
  expect(standing(stage)).toEqual([false])
  stage.store.renewRule(rule({ condition }), stage.watch?.endingOf('r') ?? [])
  stage.watch?.forget('r')
  expect(standing(stage)).toEqual([true])
  expect(stage.store.states()).toEqual([])
  await stage.clock.pass(2_000)
  expect(stage.store.alerts(Infinity, 100)).toHaveLength(1)
})

it('a crossing at a moment that the clock has had before is told for itself', async () => {
  const condition = {
    kind: 'price-crosses',
    instrument: BTC,
    direction: 'above',
    price: decimal('100'),
    of: 'mark',
  } as const
  const stage = createWatchStage([rule({ condition })])
  stage.begin()
  const price = async (mark: string) => {
    stage.state.prices.set(BTC, priceRow({ mark: decimal(mark) }))
    await stage.clock.pass(1_000)
  }
  await price('99')
  await price('101')
  await price('99')
  stage.clock.jump(-2_000)
  await price('101')
  expect(stage.store.alerts(Infinity, 100)).toHaveLength(2)
})

describe('a rule made while prices move', () => {
  const RISES = rule({
    condition: { kind: 'price-crosses', instrument: BTC, direction: 'above', price: decimal('97000'), of: 'mark' },
  })

  it('begins with the price of that moment, so that the very next change is told', async () => {
    const stage = createWatchStage([])
    stage.begin()
    stage.state.prices.set(BTC, priceRow({ mark: decimal('96400') }))
    await stage.clock.pass(A_LOOK_MS)
    stage.watch?.follow([RISES])
    stage.state.prices.set(BTC, priceRow({ mark: decimal('97100') }))
    await stage.clock.pass(A_LOOK_MS)
    expect(stage.news()).toMatchObject([{ title: { id: 'alert.price-rose' }, late: false }])
  })
})
