import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleChoices, type RuleChoices } from '../../../shared/alert-rows.ts'
import { compare, decimal } from '../../../shared/decimal.ts'
import type { CandleRow } from '../../../shared/market-rows.ts'
import { ok } from '../../../shared/result.ts'
import { createMemoryStore } from '../../account/test/memory-store.ts'
import type { CandleAsk } from '../../market/candle-house.ts'
import { intervalMs } from '../../market/intervals.ts'
import { createEngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createFacts } from '../engine-facts.ts'
import { createMovement } from '../movement.ts'
import { accountRow, BTC, fillRow, MAIN, rule, START } from '../test/rows.ts'
import { pathOf } from './candle-path.ts'
import { createPreview } from './preview.ts'
import { createWindow } from './window.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What the user decides of a rule, and nothing else. */
function chosen(choices: Pick<RuleChoices, 'condition'> & Partial<RuleChoices>): RuleChoices {
  return ruleChoices.parse(
    Object.fromEntries(Object.entries(rule(choices)).filter(([name]) => name in ruleChoices.shape)),
  )
}

type Bar = readonly [open: string, high: string, low: string, close: string]

function candle(openedAt: number, [open, high, low, close]: Bar): CandleRow {
  const prices = { open: decimal(open), high: decimal(high), low: decimal(low), close: decimal(close) }
  return { openedAt, ...prices, volume: decimal('1'), closed: true }
}

/** A market whose newest candles are these, and that knows no others. */
function stage(bars: readonly Bar[] = []) {
  const clock = createManualClock(START)
  const store = createMemoryStore()
  const state = createEngineState(createTables())
  state.accounts.set(MAIN, accountRow())
  const run = { startedAt: START, watchedBefore: null }
  const host = { venueName: () => 'Venue', system: () => null }
  const facts = createFacts({ clock, state, movement: createMovement(), run, ...host })
  const asks: CandleAsk[] = []
  const candles = async (ask: CandleAsk) => {
    asks.push(ask)
    const length = intervalMs[ask.interval]
    const all = bars.map((bar, index) => candle(START - (bars.length - index) * length, bar))
    return ok(all.filter(({ openedAt }) => openedAt < ask.before).slice(-ask.count))
  }
  const preview = createPreview(
    { clock, store },
    {
      facts,
      candles: (ask) => (ask.instrument === BTC ? candles(ask) : null),
      settleOf: () => 'USDT',
      timeZone: () => 'UTC',
    },
  )
  const count = async (choices: Pick<RuleChoices, 'condition'> & Partial<RuleChoices>) => {
    const answer = preview(chosen(choices))
    await clock.pass(60_000)
    const found = await answer
    if (!found.ok) throw new Error(found.failure.sentence.id)
    return found.value
  }
  return { clock, store, asks, preview, count }
}

const crosses = (price: string, direction: 'above' | 'below' | 'either' = 'above') =>
  ({ kind: 'price-crosses', instrument: BTC, direction, price: decimal(price), of: 'mark' }) as const

describe('a price rule', () => {
  const bars: readonly Bar[] = [
    ['98', '99', '97', '98'],
    ['98', '101', '98', '99'],
    ['99', '100', '99', '99'],
    ['99', '99', '94', '95'],
    ['95', '105', '95', '104'],
  ]

  it('is counted through candles with its hysteresis', async () => {
    const { count } = stage(bars)
    const found = await count({ condition: crosses('100'), hysteresis: decimal('0') })
    expect(found).toMatchObject({ times: 3, from: START - 5 * 15 * 60_000, to: expect.any(Number), problem: null })
    expect((await count({ condition: crosses('100'), hysteresis: decimal('0.05') })).times).toBe(2)
    expect((await count({ condition: crosses('100', 'either') })).times).toBe(5)
    expect((await count({ condition: crosses('96', 'below') })).times).toBe(1)
  })

  it('is counted with its cool-down', async () => {
    const { count } = stage(bars)
    expect((await count({ condition: crosses('100'), coolDownMs: 30 * 60_000 })).times).toBe(2)
  })

  it('names its newest moments first, twenty at most', async () => {
    const many = Array.from({ length: 200 }, (_, index): Bar =>
      index % 2 === 0 ? ['99', '99', '99', '99'] : ['101', '101', '101', '101'],
    )
    const { count } = stage(many)
    const { times, newest } = await count({ condition: crosses('100') })
    expect([times, newest.length]).toEqual([100, 20])
    expect(newest).toEqual([...newest].sort((a, b) => b - a))
    expect(newest[0]).toBe(START - 15 * 60_000)
  })

  it('about a move looks at candles that are short beside its window', async () => {
    const { count, asks } = stage([
      ['100', '100', '100', '100'],
      ['100', '106', '100', '106'],
      ['106', '106', '106', '106'],
      ['106', '106', '100', '100'],
    ])
    const moves = (direction: 'up' | 'down' | 'either', withinMs: number) =>
      ({ kind: 'price-moves', instrument: BTC, direction, fraction: decimal('0.05'), withinMs }) as const
    expect((await count({ condition: moves('up', HOUR) })).times).toBe(1)
    expect((await count({ condition: moves('down', HOUR) })).times).toBe(1)
    expect((await count({ condition: moves('either', 60_000) })).times).toBe(2)
    expect(new Set(asks.map(({ interval }) => interval))).toEqual(new Set(['15m', '1m']))
  })

  it('of a contract nothing is known of is not counted', async () => {
    const { count } = stage()
    expect(await count({ condition: crosses('100') })).toMatchObject({
      times: 0,
      from: null,
      problem: { id: 'preview.no-history' },
    })
    const elsewhere = { ...crosses('100'), instrument: 'venue.live/ETHUSDT' as typeof BTC }
    expect(await count({ condition: elsewhere })).toMatchObject({ problem: { id: 'preview.no-history' } })
  })
})

describe('a rule about facts', () => {
  it('is counted among those that are stored, in its scope', async () => {
    const { store, count } = stage()
    const fills = Array.from({ length: 1_200 }, (_, index) =>
      fillRow({ fill: String(index), at: START - index * HOUR }),
    )
    store.appendFills([...fills, fillRow({ fill: 'forced', cause: 'liquidation', at: START - 5 })])
    expect(await count({ condition: { kind: 'fill' } })).toMatchObject({ times: 1_200, from: START - 1_199 * HOUR })
    expect((await count({ condition: { kind: 'liquidation' } })).times).toBe(1)
    expect((await count({ condition: { kind: 'fill' }, account: 'other' as typeof MAIN })).times).toBe(0)
    expect(await count({ condition: { kind: 'transfer' } })).toMatchObject({
      from: null,
      problem: { id: 'preview.no-history' },
    })
  })

  it('about a balance is counted by everything that moved it', async () => {
    const { store, count } = stage()
    const moved = (fill: string, realisedPnl: string, at: number) =>
      fillRow({ fill, realisedPnl: decimal(realisedPnl), fee: decimal('1'), feeAsset: 'USDT', at })
    store.appendFills([moved('1', '31', START - 4), moved('2', '71', START - 3), moved('3', '-98', START - 2)])
    const flow = { account: MAIN, kind: 'funding', label: '', instrument: null, symbol: '', rate: null } as const
    store.appendFlows([{ ...flow, flow: 'f', amount: decimal('-1'), asset: 'USDT', at: START - 1 }])
    const { times, newest, from } = await count({
      condition: { kind: 'balance-changes', asset: null, amount: decimal('100') },
    })
    expect({ times, newest, from }).toEqual({ times: 2, newest: [START - 1, START - 3], from: START - 1 })
  })
})

describe('a rule about equity', () => {
  const readings = (...equities: readonly (readonly [hours: number, equity: string])[]) =>
    equities.map(([hours, equity]) => ({ account: MAIN, at: START - hours * HOUR, equity, currency: 'USDT' }))

  it('about drawdown is counted from the peak, and transfers are no losses', async () => {
    const { store, count } = stage()
    store.appendEquity(readings([60, '1000'], [50, '1100'], [40, '980'], [30, '1150'], [20, '500'], [10, '400']))
    store.appendFlows([
      {
        account: MAIN,
        flow: 't',
        kind: 'transfer',
        label: '',
        instrument: null,
        symbol: '',
        rate: null,
        asset: 'USDT',
        amount: decimal('-600'),
        at: START - 25 * HOUR,
      },
    ])
    const found = await count({ condition: { kind: 'drawdown', fraction: decimal('0.1') } })
    expect(found).toMatchObject({ times: 2, from: START - 60 * HOUR, newest: [START - 10 * HOUR, START - 40 * HOUR] })
  })

  it('about a day’s loss begins anew each day', async () => {
    const { store, count } = stage()
    const day = Math.floor(START / DAY) * DAY
    const at = (hours: number, equity: string) => ({ account: MAIN, at: day + hours * HOUR, equity, currency: 'USDT' })
    store.appendEquity([at(-40, '1000'), at(-30, '880'), at(-20, '880'), at(-10, '790'), at(-1, '770'), at(1, '770')])
    expect((await count({ condition: { kind: 'daily-loss', amount: decimal('100') } })).times).toBe(2)
    expect((await count({ condition: { kind: 'daily-loss', amount: decimal('115') } })).times).toBe(1)
  })
})

it('what has no history says why', async () => {
  const { count } = stage()
  const found = await count({ condition: { kind: 'margin-ratio', fraction: decimal('0.5') } })
  expect(found).toMatchObject({ times: 0, newest: [], problem: { id: 'preview.no-margins' } })
})

it('a newer question ends the one before', async () => {
  const { clock, store, preview } = stage()
  store.appendFills(Array.from({ length: 3_000 }, (_, index) => fillRow({ fill: String(index), at: START - index })))
  const choices = chosen({ condition: { kind: 'fill' } })
  const answers = [preview(choices), preview(choices)]
  await clock.pass(60_000)
  expect(await Promise.all(answers)).toMatchObject([
    { ok: false, failure: { sentence: { id: 'preview.newer' } } },
    { ok: true, value: { times: 3_000 } },
  ])
})

it('a candle is gone through by its open, the extreme nearer to it, the other one, and its close', () => {
  const path = (bar: Bar) => pathOf(candle(0, bar), 60_000).map(({ value }) => value)
  expect(path(['100', '101', '90', '95'])).toEqual(['100', '101', '90', '95'])
  expect(path(['100', '120', '99', '95'])).toEqual(['100', '99', '120', '95'])
  expect(pathOf(candle(0, ['1', '1', '1', '1']), 60_000).map(({ at }) => at)).toEqual([0, 20_000, 39_999, 59_999])
})

it('a window knows its lowest and highest price', () => {
  const price = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(
      fc.array(fc.record({ gap: fc.integer({ min: 0, max: 40 }), price }), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (steps, within) => {
        const up = createWindow(within, 'up')
        const seen: { at: number; value: ReturnType<typeof decimal> }[] = []
        let at = 0
        for (const step of steps) {
          at += step.gap
          const sample = { at, value: decimal(String(step.price)) }
          seen.push(sample)
          const low = Math.min(...seen.filter((one) => one.at >= at - within).map(({ value }) => Number(value)))
          const expected = decimal(((step.price - low) / low).toFixed(6))
          expect(compare(up(sample), expected)).toBe(0)
        }
      },
    ),
  )
})
