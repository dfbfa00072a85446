import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FillRow } from '../../shared/account-rows.ts'
import { createHistory, MOST_SHOWN } from '../account/history.ts'
import { fill, flow, gone } from '../account/test/facts.ts'
import { createMemoryStore } from '../account/test/memory-store.ts'
import { LATE_AFTER_MS } from './crossing.ts'
import { accountRow, fillRow, MAIN, rule, START } from './test/rows.ts'
import { A_LOOK_MS, createWatchStage } from './test/watch-stage.ts'

type Deed =
  | { readonly do: 'hear'; readonly fill: number; readonly ago: number }
  | { readonly do: 'hear-again' | 'break-disk' | 'mend-disk' }
  | { readonly do: 'pass' | 'sleep'; readonly ms: number }
  | { readonly do: 'restart'; readonly how: 'stopped' | 'killed' }

const HOUR = 3_600_000
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('hear' as const),
      fill: fc.integer({ min: 0, max: 12 }),
      ago: fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 120_000, max: HOUR })),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('hear-again', 'break-disk', 'mend-disk') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('pass', 'sleep'), ms: fc.integer({ min: 1, max: HOUR }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart'), how: fc.constantFrom('stopped', 'killed') }) },
)

it('a fill is told once, however often, late or after whatever it is heard', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 30 }), async (deeds) => {
      const stage = createWatchStage([rule({ condition: { kind: 'fill' }, createdAt: START })])
      const { clock, store } = stage
      const heard = new Map<string, FillRow>()
      const told = new Map<string, boolean>()
      // What was heard is in the store of facts, from where a new run fills its tables.
      const begin = () => stage.begin((state) => heard.forEach((row, key) => state.incoming.fills.set(key, row)))
      clock.jump(2 * HOUR, 'sleep')
      begin()
      for (const each of deeds) {
        if (each.do === 'hear') {
          const row = fillRow({ fill: String(each.fill), at: clock.now() - each.ago })
          const key = `main ${each.fill}`
          heard.set(key, heard.get(key) ?? row)
          stage.state.incoming.fills.set(key, heard.get(key) ?? row)
        } else if (each.do === 'hear-again') {
          // Out of the table of the newest, and back.
          for (const key of heard.keys()) stage.state.incoming.fills.set(key, null)
          for (const [key, row] of heard) stage.state.incoming.fills.set(key, row)
        } else if (each.do === 'pass') await clock.pass(each.ms)
        else if (each.do === 'sleep') clock.jump(each.ms, 'sleep')
        else if (each.do === 'restart') {
          stage.end(each.how)
          clock.jump(HOUR, 'sleep')
          begin()
        } else store.breakDisk(each.do === 'break-disk' ? 'broken' : 'sound')
        await clock.pass(A_LOOK_MS)
        for (const { alert, late } of stage.news()) {
          if (told.has(alert)) throw new Error(`${alert} was told twice`)
          told.set(alert, late)
        }
      }
      store.breakDisk('sound')
      await clock.pass(1_500)
      for (const { alert, late } of stage.news()) told.set(alert, late)
      expect([...told.keys()].sort()).toEqual([...heard.keys()].map((key) => `r ${key}`).sort())
      stage.end('stopped')
    }),
    { numRuns: 150 },
  )
})

it('a fill of long ago is told as late, one of now is not', async () => {
  const stage = createWatchStage([rule({ condition: { kind: 'fill' } })])
  stage.clock.jump(HOUR, 'sleep')
  stage.begin()
  const now = stage.clock.now()
  stage.state.incoming.fills.set('main new', fillRow({ fill: 'new', at: now }))
  stage.state.incoming.fills.set('main old', fillRow({ fill: 'old', at: now - LATE_AFTER_MS - 1 }))
  stage.state.incoming.fills.set('main before', fillRow({ fill: 'before', at: START - 1 }))
  await stage.clock.pass(A_LOOK_MS)
  const told = stage.news().map(({ alert, late }) => `${alert}${late ? ' late' : ''}`)
  expect(told.sort()).toEqual(['r main new', 'r main old late'])
})

describe('what happened while nobody watched', () => {
  const MANY = 3 * MOST_SHOWN
  const FORCED = rule({ condition: { kind: 'liquidation' } })

  /** Of an hour, the newest first, as history is read. */
  function windows(begin: number) {
    const all = Array.from({ length: MANY }, (_, index) => {
      const cause = index % 100 === 50 ? ('liquidation' as const) : ('trade' as const)
      return fill({ fill: `f${index}`, at: begin + index * 1_000, cause })
    })
    return [all.slice(MANY / 2), all.slice(0, MANY / 2)]
  }

  it('is told of once each, however much is newer, and again after no restart', async () => {
    const stage = createWatchStage([FORCED])
    stage.clock.jump(2 * HOUR, 'sleep')
    const begin = stage.clock.now() - HOUR
    for (const how of ['killed', 'stopped'] as const) {
      stage.begin((state) => state.accounts.set(MAIN, accountRow()))
      const history = createHistory(createMemoryStore(), stage.state)
      for (const fills of windows(begin)) {
        history.take(MAIN, { fills, flows: [], gone: [] })
        expect(history.isTold(MAIN, { fills, flows: [], gone: [] })).toBe(false)
        await stage.clock.pass(A_LOOK_MS)
        expect(history.isTold(MAIN, { fills, flows: [], gone: [] })).toBe(true)
      }
      const told = stage.news()
      expect(told).toHaveLength(how === 'killed' ? MANY / 100 : 0)
      expect(told.every(({ late }) => late)).toBe(true)
      stage.end(how)
    }
  })

  it('is taken in though no rule asks for it, and only then', async () => {
    const stage = createWatchStage([])
    stage.begin()
    const history = createHistory(createMemoryStore(), stage.state)
    history.take(MAIN, { fills: [fill()], flows: [flow()], gone: [] })
    await stage.clock.pass(A_LOOK_MS)
    expect(history.isTold(MAIN, { fills: [fill()], flows: [flow()], gone: [] })).toBe(true)
  })

  it('is told of an order that ended, once, whether a stream or history tells of it again', async () => {
    const stage = createWatchStage([rule({ condition: { kind: 'order-ended', how: 'either' } })])
    stage.clock.jump(2 * HOUR, 'sleep')
    const at = (ago: number) => ({ sequence: null, at: stage.clock.now() - ago })
    const orders = [gone({ order: 'old', recency: at(HOUR) }), gone({ order: 'new', gone: 'expired', recency: at(0) })]
    const facts = { fills: [], flows: [], gone: orders }
    for (const told of [['r main new', 'r main old late'], []]) {
      stage.begin((state) => state.accounts.set(MAIN, accountRow()))
      const history = createHistory(createMemoryStore(), stage.state)
      for (let time = 0; time < 2; time += 1) {
        history.take(MAIN, facts)
        expect(history.isTold(MAIN, facts)).toBe(false)
        await stage.clock.pass(A_LOOK_MS)
        expect(history.isTold(MAIN, facts)).toBe(true)
      }
      expect(
        stage
          .news()
          .map(({ alert, late }) => `${alert}${late ? ' late' : ''}`)
          .sort(),
      ).toEqual(told)
      stage.end('killed')
    }
  })

  it('waits for a disk that takes nothing', async () => {
    const stage = createWatchStage([rule({ condition: { kind: 'fill' } })])
    stage.begin()
    const history = createHistory(createMemoryStore(), stage.state)
    stage.store.breakDisk('broken')
    const facts = { fills: [fill({ at: START })], flows: [], gone: [] }
    history.take(MAIN, facts)
    await stage.clock.pass(5_000)
    expect(history.isTold(MAIN, facts)).toBe(false)
    stage.store.breakDisk('sound')
    await stage.clock.pass(1_000)
    expect([history.isTold(MAIN, facts), stage.news().length]).toEqual([true, 1])
  })

  it('before its account was added is nobody’s news, whatever the exchange’s clock says', async () => {
    const stage = createWatchStage([rule({ condition: { kind: 'fill' } })])
    stage.begin((state) => state.accounts.set(MAIN, accountRow({ addedAt: START + HOUR })))
    const history = createHistory(createMemoryStore(), stage.state)
    const behindMs = -300_000
    const [old, young] = [START + HOUR - 1_000, START + HOUR + 1_000]
    history.take(MAIN, { fills: [fill({ fill: 'old', at: old + behindMs })], flows: [], gone: [] }, behindMs)
    history.take(MAIN, { fills: [fill({ fill: 'young', at: young + behindMs })], flows: [], gone: [] }, behindMs)
    await stage.clock.pass(A_LOOK_MS)
    expect(stage.news().map(({ alert }) => alert)).toEqual(['r main young'])
  })
})
