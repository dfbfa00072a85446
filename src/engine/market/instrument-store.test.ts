import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/result.ts'
import { failure } from '../test/fake-feed.ts'
import { createFakeLog } from '../test/fake-log.ts'
import { createFakeMachine } from '../test/fake-machine.ts'
import { createFixedRandom } from '../test/fake-random.ts'
import { fakeInstrument } from '../test/fake-venue.ts'
import { createManualClock } from '../test/manual-clock.ts'
import type { Instrument } from './instrument.ts'
import { createInstrumentStore } from './instrument-store.ts'
import { search } from './search.ts'
import { btc, eth } from './test/stage.ts'

const HOUR = 3_600_000
const list = (...symbols: readonly string[]): Result<readonly Instrument[]> => ok(symbols.map(fakeInstrument))

function createStage() {
  const clock = createManualClock(0)
  const machine = createFakeMachine()
  const far = { answer: list('BTCUSDT', 'ETHUSDT'), asked: 0, loads: 0 }
  const store = createInstrumentStore({
    clock,
    machine,
    random: createFixedRandom(0.5),
    log: createFakeLog(),
    venueName: 'Fake',
    fetch: async () => {
      far.asked += 1
      return far.answer
    },
  })
  store.onLoaded(() => void (far.loads += 1))
  store.start()
  return { clock, far, store }
}

describe('the list of contracts', () => {
  it('is fetched at the start and every hour', async () => {
    const { clock, far, store } = createStage()
    await clock.pass(2 * HOUR + 1000)
    expect([far.asked, far.loads, store.all().size]).toEqual([3, 3, 2])
  })

  it.each([
    ['a failure', fail(failure())],
    ['an empty list', list()],
  ])('is kept through %s, which is tried again', async (_name, answer) => {
    const { clock, far, store } = createStage()
    await clock.pass(0)
    far.answer = answer
    await clock.pass(HOUR + 30_000)
    expect(far.asked).toBeGreaterThan(3)
    expect(store.all().size).toBe(2)
    expect(far.loads).toBe(1)
  })

  it('keeps a contract that was delisted, not trading any more', async () => {
    const { clock, far, store } = createStage()
    await clock.pass(0)
    far.answer = list('ETHUSDT')
    await clock.pass(HOUR)
    expect([store.all().get(btc)?.trading, store.all().get(eth)?.trading]).toEqual([false, true])
    expect(search(store.all().values(), 'btc', 'Fake')).toEqual([])
  })

  it('is fetched once for each contract that was met and is not in it, and at most once a minute', async () => {
    const { clock, far, store } = createStage()
    await clock.pass(10_000)
    for (let time = 0; time < 20; time += 1) {
      store.missing('NEWUSDT')
      store.refresh()
      await clock.pass(1000)
    }
    expect(far.asked).toBe(1)
    await clock.pass(40_000)
    expect(far.asked).toBe(2)
    store.missing('NEWUSDT')
    await clock.pass(2 * 60_000)
    expect(far.asked).toBe(2)
  })

  it('leaves no timer behind', async () => {
    const { clock, store } = createStage()
    await clock.pass(1000)
    store.stop()
    expect(clock.waiting).toBe(0)
  })
})

describe('search', () => {
  const dated: Instrument = { ...fakeInstrument('BTCUSDT-26DEC'), base: 'BTC', expiresAt: HOUR }
  const all = [...['WBTCUSDT', 'BTCUSDT', 'ETHUSDT', 'BTCDOMUSDT', 'BTCUSDC'].map(fakeInstrument), dated]
  const symbols = (text: string): readonly string[] => search(all, text, 'Fake').map(({ symbol }) => symbol)

  it('puts the likeliest first: the base, then what begins alike, then the rest', () => {
    expect(symbols('btc')).toEqual(['BTCUSDT', 'BTCUSDT-26DEC', 'BTCUSDC', 'BTCDOMUSDT', 'WBTCUSDT'])
    expect(symbols(' btc/usdt ')[0]).toBe('BTCUSDT')
  })

  it('answers at most fifty, and everything by name when nothing is typed', () => {
    const many = Array.from({ length: 80 }, (_, index) => fakeInstrument(`S${index}USDT`))
    expect(search(many, '', 'Fake')).toHaveLength(50)
    expect(symbols('zzz')).toEqual([])
  })
})
