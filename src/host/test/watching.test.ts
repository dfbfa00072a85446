import { afterEach, describe, expect, it } from 'vitest'
import type { RuleChoices } from '../../shared/alert-rows.ts'
import { decimal } from '../../shared/decimal.ts'
import { FAR, NOW, openWatchHouse, type VenueName, type WatchHouse } from './watch-house.ts'

const open: WatchHouse[] = []

afterEach(async () => {
  for (const house of open.splice(0)) await house.close()
})

async function openHouse(venue: VenueName = 'bybit') {
  const house = await openWatchHouse(venue)
  open.push(house)
  const engine = await house.begin()
  return { house, engine }
}

const COMMON: Omit<RuleChoices, 'condition'> = {
  name: '',
  enabled: true,
  account: 'all',
  instrument: null,
  hysteresis: decimal('0'),
  coolDownMs: 0,
  severity: 'info',
  channels: {},
  quietHours: null,
  recovery: false,
}

type RunningEngine = Awaited<ReturnType<WatchHouse['begin']>>

const told = ({ state }: RunningEngine) => [...state.alerts.recent.rows()].map(([, row]) => row.title.id).sort()
const buy = { do: 'trade', account: FAR, symbol: 'BTCUSDT', side: 'buy' } as const
const end = (order: unknown) => ({ do: 'end', account: FAR, order, how: 'rejected' })
/** One of them says of an order in the book that it has expired, whatever the reason. */
const endOf = (venue: VenueName) => (venue === 'bybit' ? 'alert.order-rejected' : 'alert.order-expired')
const endings = ({ state }: RunningEngine) =>
  [...state.alerts.recent.rows()]
    .flatMap(([, { title, late }]) =>
      title.id.startsWith('alert.order-') ? [`${title.id}${late ? ' late' : ''}`] : [],
    )
    .sort()
const price = (last: string) => ({ do: 'price', symbol: 'BTCUSDT', last })

describe.each(['bybit', 'binance'] as const)('an account at %s', (venue) => {
  it('is warned of liquidation as the price nears it, and told that it is over', async () => {
    const { house, engine } = await openHouse(venue)
    await house.act(price('100000'), { do: 'leverage', account: FAR, symbol: 'BTCUSDT', leverage: '20' })
    await house.act({ ...buy, quantity: '0.9', price: '100000' })
    await house.clock.pass(30_000)
    const [[, position] = []] = [...engine.state.positions.rows()]
    expect(position).toMatchObject({ freshness: 'live', markFreshness: 'live' })
    expect(Number(position?.liquidationDistance)).toBeGreaterThan(0.1)
    expect(told(engine)).toEqual([])
    await house.act(price('97000'), price('89500'))
    await house.clock.pass(5_000)
    expect(told(engine)).toContain('alert.liquidation-distance')
    expect(told(engine)).toContain('alert.margin-ratio')
    await house.act(price('100000'))
    await house.clock.pass(30_000)
    const rows = [...engine.state.alerts.recent.rows()].map(([, row]) => row)
    expect(rows.filter(({ clearedAt, ends }) => clearedAt === null && ends === null)).toEqual([])
    expect(rows.filter(({ ends }) => ends !== null)).toHaveLength(rows.length / 2)
    expect(told(engine)).toEqual(expect.arrayContaining(['alert.over-liquidation-distance', 'alert.over-margin-ratio']))
    expect(house.messages.length).toBeGreaterThan(0)
  })

  it('has its fills and refused orders told once each', async () => {
    const { house, engine } = await openHouse(venue)
    for (const condition of [{ kind: 'fill' }, { kind: 'order-ended', how: 'either' }] as const)
      expect(await engine.handlers.rules.save({ rule: null, choices: { ...COMMON, condition } })).toMatchObject({
        ok: true,
      })
    await house.act({ ...buy, quantity: '0.01' })
    const [order] = await house.act({
      do: 'place',
      account: FAR,
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: '0.01',
      price: '50000',
    })
    await house.act({ do: 'end', account: FAR, order, how: 'rejected' })
    await house.clock.pass(200_000)
    const ended = venue === 'bybit' ? 'alert.order-rejected' : 'alert.order-expired'
    expect(told(engine)).toEqual(['alert.bought', ended].sort())
  })

  it('has orders that ended while nobody was connected told late and once, and none again that a stream told', async () => {
    const { house, engine: first } = await openHouse(venue)
    const ask = { do: 'place', account: FAR, symbol: 'BTCUSDT', side: 'buy', quantity: '0.01', price: '50000' }
    const stop = { ...ask, trigger: { price: '40000', when: 'falls', by: 'last', purpose: 'entry' } }
    const [before, heard, missed, resting, conditional] = await house.act(ask, ask, ask, ask, stop)
    await house.act(end(before))
    const condition = { kind: 'order-ended', how: 'either' } as const
    await first.handlers.rules.save({ rule: null, choices: { ...COMMON, condition } })
    await house.act(end(heard))
    expect(endings(first)).toEqual([endOf(venue)])
    await house.act({ do: 'offline' }, end(missed), { do: 'online' })
    await house.clock.pass(300_000)
    expect(endings(first)).toHaveLength(2)
    const soFar = endings(first)
    await house.end()
    await house.act(end(resting), end(conditional))
    await house.clock.pass(3_600_000)
    const told = [...soFar, `${endOf(venue)} late`, 'alert.order-rejected late'].sort()
    for (const run of ['the next', 'the one after']) {
      const engine = await house.begin()
      await house.clock.pass(60_000)
      expect(endings(engine), run).toEqual(told)
      await house.end()
      await house.clock.pass(60_000)
    }
  })
})

it('a silent stream is told after a minute, and an exchange out of reach is an absence', async () => {
  const { house, engine } = await openHouse()
  await house.act({ do: 'offline' })
  await house.clock.pass(50_000)
  expect(told(engine)).toEqual([])
  await house.clock.pass(700_000)
  expect(told(engine)).toContain('alert.stream-down')
  await house.act({ ...buy, quantity: '0.01' }, { do: 'online' })
  await house.clock.pass(120_000)
  const [[, absence] = []] = [...engine.state.alerts.absences.rows()]
  expect(absence).toMatchObject({ cause: 'offline', fills: 1, readAt: null })
  expect(absence?.blindMinutes).toBeGreaterThanOrEqual(12)
  expect(told(engine).filter((id) => id === 'absence.offline')).toHaveLength(1)
})

it('an account alone that is out of reach has what happened in it told by its name', async () => {
  const { house, engine } = await openHouse()
  const lines = { venue: 'bybit', stream: 'private' }
  await house.act({ do: 'silence', lines, heartbeats: 'unanswered', reach: 'also-new' })
  await house.clock.pass(1_500_000)
  await house.act({ ...buy, quantity: '0.01' }, { do: 'heal' })
  await house.clock.pass(120_000)
  const rows = [...engine.state.alerts.absences.rows()].map(([, row]) => row)
  expect(rows).toMatchObject([{ account: 'main', cause: 'offline', fills: 1 }])
  expect(rows[0]?.blindMinutes).toBeGreaterThanOrEqual(24)
  expect(told(engine).filter((id) => id.startsWith('absence.'))).toEqual(['absence.account'])
})

it('what happened while the program did not run is told late, once, and is one report', async () => {
  const { house, engine: first } = await openHouse()
  const condition = {
    kind: 'price-crosses',
    instrument: 'bybit.simulator/BTCUSDT',
    direction: 'above',
    price: decimal('110000'),
    of: 'mark',
  } as const
  const choices = { ...COMMON, condition: condition as RuleChoices['condition'] }
  await house.act(price('100000'))
  await first.handlers.rules.save({ rule: null, choices })
  await first.handlers.rules.save({ rule: null, choices: { ...COMMON, condition: { kind: 'fill' } } })
  await house.act({ ...buy, quantity: '0.01' })
  await house.clock.pass(20_000)
  expect(told(first)).toEqual(['alert.bought'])
  await house.end()
  await house.act({ ...buy, quantity: '0.02' }, price('111000'))
  await house.clock.pass(3_600_000)
  const second = await house.begin()
  await house.clock.pass(60_000)
  expect(told(second)).toEqual(['absence.restart', 'alert.bought', 'alert.bought', 'alert.price-rose'])
  const late = [...second.state.alerts.recent.rows()].filter(([, row]) => row.late).map(([, row]) => row.title.id)
  expect(late.sort()).toEqual(['alert.bought', 'alert.price-rose'])
  const [[, absence] = []] = [...second.state.alerts.absences.rows()]
  expect(absence).toMatchObject({ cause: 'restart', fills: 1, alerts: 2, blindMinutes: 60 })
  expect(absence?.pnl).toMatchObject([{ account: 'main', currency: 'USD' }])
  expect(Number(absence?.pnl[0]?.amount)).toBeGreaterThan(100)
  expect(absence?.from).toBeGreaterThan(NOW)
})

it('a preview counts in the candles of the exchange', async () => {
  const { house, engine } = await openHouse()
  const instrument = 'bybit.simulator/BTCUSDT'
  const moves = {
    kind: 'price-moves',
    instrument,
    direction: 'either',
    fraction: decimal('0.0001'),
    withinMs: 3_600_000,
  }
  const answer = engine.handlers.rules.preview({ ...COMMON, condition: moves as RuleChoices['condition'] })
  await house.clock.pass(30_000)
  const found = await answer
  expect(found).toMatchObject({ ok: true, value: { problem: null } })
  expect(found.ok && found.value.from !== null && found.value.from < NOW - 7 * 86_400_000).toBe(true)
})
