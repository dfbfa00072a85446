import { describe, expect, it } from 'vitest'
import { instrumentId } from '../../shared/ids.ts'
import { fakeMarket } from '../test/fake-venue.ts'
import { btc, candle, createMarketStage, START, tell } from './test/stage.ts'

const MINUTE = 60_000
/** Candles that closed before the start, the newest last; the start is on a whole minute. */
const past = (count: number) =>
  Array.from({ length: count }, (_, index) => candle(START - (count - index) * MINUTE, String(index), true))

async function startedStage() {
  const stage = createMarketStage()
  stage.far.candles = [...past(300), candle(START, '500', false)]
  stage.house.start()
  await stage.clock.pass(100)
  const live = (openedAt: number, close: string, closed: boolean): void =>
    tell(stage.sockets.last(), {
      kind: 'candle',
      instrument: btc,
      interval: '1m',
      candle: candle(openedAt, close, closed),
      at: stage.clock.now(),
    })
  return { ...stage, live }
}

const asked = { instrument: btc, interval: '1m', before: START, count: 100 } as const

describe('candles of the past', () => {
  it('are read once and then kept', async () => {
    const { house, paths } = await startedStage()
    const first = await house.candles.history(asked)
    expect(first.ok && first.value.map(({ close }) => close)).toEqual(
      past(300)
        .slice(-100)
        .map(({ close }) => close),
    )
    expect(await house.candles.history(asked)).toEqual(first)
    expect(await house.candles.history({ ...asked, before: START - 10 * MINUTE, count: 50 })).toMatchObject({
      ok: true,
    })
    expect(paths('/candles/')).toHaveLength(1)
  })

  it('are asked for once by many at the same time, and never include the open one', async () => {
    const { house, paths } = await startedStage()
    const ask = { ...asked, before: START + MINUTE }
    const [one, other] = await Promise.all([house.candles.history(ask), house.candles.history(ask)])
    expect(one).toEqual(other)
    expect(one.ok && one.value.every(({ closed }) => closed)).toBe(true)
    expect(paths('/candles/')).toHaveLength(1)
  })

  it('of a contract nobody knows are refused in words', async () => {
    const { house } = await startedStage()
    const result = await house.candles.history({ ...asked, instrument: instrumentId(fakeMarket, 'NOPE') })
    expect(result).toMatchObject({ ok: false, failure: { sentence: { id: 'venue.unknown-symbol' } } })
  })
})

describe('candles of an open chart', () => {
  it('begin with what REST knows and go on with the stream', async () => {
    const { clock, house, live } = await startedStage()
    const { table } = house.candles.open(btc, '1m')
    await clock.pass(200)
    expect(table.size).toBe(200)
    live(START, '510', true)
    live(START + MINUTE, '520', false)
    live(START, '505', false)
    expect(table.get(String(START))).toMatchObject({ close: '510', closed: true })
    expect(table.get(String(START + MINUTE))).toMatchObject({ close: '520', closed: false })
  })

  it('are shared by all who look at the same, and end with the last of them', async () => {
    const { clock, house, sockets } = await startedStage()
    const one = house.candles.open(btc, '1m')
    const other = house.candles.open(btc, '1m')
    expect(other.table).toBe(one.table)
    await clock.pass(200)
    one.stop()
    one.stop()
    await clock.pass(20_000)
    expect(sockets.alive()).toHaveLength(1)
    other.stop()
    await clock.pass(10_100)
    expect(sockets.alive()).toHaveLength(0)
  })

  it('are complete again after an outage of several candles', async () => {
    const { clock, house, sockets, far } = await startedStage()
    const { table } = house.candles.open(btc, '1m')
    await clock.pass(4 * MINUTE + 30_000)
    expect(table.get(String(START + MINUTE))).toBeUndefined()
    sockets.last().hangUp()
    far.candles = [...past(300), ...[0, 1, 2, 3].map((index) => candle(START + index * MINUTE, `60${index}`, true))]
    await clock.pass(1200)
    for (const index of [0, 1, 2, 3])
      expect(table.get(String(START + index * MINUTE))).toMatchObject({ close: `60${index}`, closed: true })
  })

  it('are read anew when one in between was never heard, but not with every frame', async () => {
    const { clock, house, far, live, paths } = await startedStage()
    const { table } = house.candles.open(btc, '1m')
    await clock.pass(10_000)
    const before = paths('/candles/').length
    far.candles = [...past(300), candle(START, '700', true), candle(START + MINUTE, '701', true)]
    for (let frame = 0; frame < 50; frame += 1) live(START + 2 * MINUTE, String(710 + frame), false)
    await clock.pass(100)
    expect(table.get(String(START + MINUTE))).toMatchObject({ close: '701' })
    expect(table.get(String(START + 2 * MINUTE))).toMatchObject({ close: '759' })
    expect(paths('/candles/').length).toBe(before + 1)
  })
})
