import { describe, expect, it } from 'vitest'
import { flow } from '../account/test/facts.ts'
import { createMemoryStore } from '../account/test/memory-store.ts'
import { amount, BTC, START, totals } from '../account/test/samples.ts'
import { price } from './test/market.ts'
import { createScene, MAIN } from './test/scene.ts'

const HOUR = 3_600_000
const DAY_START = Date.parse('2026-11-21T00:00:00Z')

async function live(scene: ReturnType<typeof createScene>, seconds: number, marks: readonly string[] = []) {
  for (let second = 0; second < seconds; second += 1) {
    const mark = amount(marks[second] ?? marks.at(-1) ?? '84000')
    scene.market.set(BTC, price({ mark, markAt: scene.clock.now(), markHeardAt: scene.clock.now() }))
    await scene.clock.pass(1_000)
  }
}

describe('equity readings', () => {
  it('are taken at most once a second when it moves', async () => {
    const scene = createScene()
    scene.read()
    await live(scene, 5, ['84000', '84010', '84020', '84020', '84030'])
    expect(scene.store.readings.map(({ at, equity }) => [at - START, equity])).toEqual([
      [1_000, '10000'],
      [2_000, '10000.5'],
      [3_000, '10001'],
      [5_000, '10001.5'],
    ])
  })

  it('are taken every ten seconds when it stands still', async () => {
    const scene = createScene()
    scene.read()
    await live(scene, 31)
    expect(scene.store.readings.map(({ at }) => (at - START) / 1_000)).toEqual([1, 11, 21, 31])
  })

  it('are never taken from figures that are not live', async () => {
    const scene = createScene()
    scene.read()
    scene.stand({ freshness: 'checking' })
    await live(scene, 15)
    scene.stand({ freshness: 'live' })
    await scene.clock.pass(30_000) // the mark is not heard any more
    expect(scene.store.readings.length).toBeLessThanOrEqual(11)
    expect(scene.store.readings.every(({ at }) => at - START > 15_000 && at - START <= 25_000)).toBe(true)
  })
})

describe('a day', () => {
  it('is measured from the last reading before it began', async () => {
    const store = createMemoryStore()
    store.appendEquity([
      { account: MAIN, at: DAY_START - HOUR, equity: '8000', currency: 'USDT' },
      { account: MAIN, at: DAY_START - 60_000, equity: '9000', currency: 'USDT' },
    ])
    const scene = createScene(store)
    scene.read()
    expect(scene.total()).toMatchObject({ todayPnl: '1000', todayReturn: '0.11111111', todaySince: null })
    expect(scene.total('all')).toMatchObject({ todayPnl: '1000', todayReturn: '0.11111111' })
  })

  it('that began unseen is measured from its first reading', async () => {
    const store = createMemoryStore()
    store.appendEquity([
      { account: MAIN, at: DAY_START - 5 * HOUR, equity: '8000', currency: 'USDT' },
      { account: MAIN, at: DAY_START + HOUR, equity: '9500', currency: 'USDT' },
    ])
    const scene = createScene(store)
    scene.read()
    expect(scene.total()).toMatchObject({ todayPnl: '500', todaySince: DAY_START + HOUR })
  })

  it('nobody has seen anything of is unknown until a first reading', async () => {
    const scene = createScene()
    scene.read()
    expect(scene.total()).toMatchObject({ todayPnl: null, todayReturn: null, drawdown: null })
    await live(scene, 2)
    expect(scene.total()).toMatchObject({ todayPnl: '0', todayReturn: '0', drawdown: '0' })
  })

  it('keeps a deposit out, however late it becomes known', async () => {
    const scene = createScene()
    scene.read()
    await live(scene, 2)
    scene.read({ totals: totals({ equity: amount('11000') }) })
    scene.store.appendFlows([{ account: MAIN, ...flow({ at: scene.clock.now(), amount: amount('1000') }) }])
    scene.portfolio.transferred(MAIN)
    expect(scene.total()).toMatchObject({ equity: '11000', todayPnl: '0', drawdown: '0' })
  })

  it('begins anew at midnight', async () => {
    const scene = createScene()
    scene.read()
    scene.clock.jump(DAY_START + 24 * HOUR - START - 5_000)
    await live(scene, 4, ['85000'])
    expect(scene.total()).toMatchObject({ equity: '10050', todayPnl: '0' })
    await live(scene, 4, ['86000'])
    expect(scene.total()).toMatchObject({ equity: '10100', todayPnl: '50' })
  })
})

describe('the peak', () => {
  it('survives a restart and shows what was lost since', async () => {
    const first = createScene()
    first.read()
    await live(first, 3, ['84000', '104000', '84000'])
    const again = createScene(first.store)
    again.read()
    expect(again.total()).toMatchObject({ peakEquity: '11000', drawdown: '0.09090909' })
  })
})
