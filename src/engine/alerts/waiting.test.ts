import { describe, expect, it } from 'vitest'
import type { AlertCondition } from '../../shared/alert-conditions.ts'
import { decimal } from '../../shared/decimal.ts'
import type { Sentence } from '../../shared/sentence.ts'
import { createEngineState, type EngineState } from '../state.ts'
import { createTables } from '../tables.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createFacts } from './engine-facts.ts'
import { followWaiting } from './follow-waiting.ts'
import { createMovement } from './movement.ts'
import { accountRow, BTC, positionRow, priceRow, rule, START, streamRow } from './test/rows.ts'
import { waitingOf } from './waiting.ts'

const half = decimal('0.5')
const crosses: AlertCondition = { kind: 'price-crosses', instrument: BTC, direction: 'above', price: half, of: 'mark' }

function factsOf(state: EngineState) {
  const run = { startedAt: START, watchedBefore: null }
  return createFacts({
    clock: createManualClock(START),
    state,
    movement: createMovement(),
    run,
    venueName: () => 'Venue',
    system: () => null,
  })
}

function waiting(
  condition: AlertCondition,
  furnish: (state: EngineState) => void = () => undefined,
  enabled = true,
): string {
  const state = createEngineState(createTables())
  furnish(state)
  return waitingOf(rule({ condition, enabled }), factsOf(state))?.id ?? 'watches'
}

describe('a rule', () => {
  it.each<readonly [string, AlertCondition, (state: EngineState) => void]>([
    ['a price', crosses, (state) => state.prices.set(BTC, priceRow())],
    [
      'a move',
      { kind: 'price-moves', instrument: BTC, direction: 'up', fraction: half, withinMs: 60_000 },
      (state) => state.prices.set(BTC, priceRow()),
    ],
    [
      'a position',
      { kind: 'liquidation-distance', fraction: half },
      (state) => state.positions.set('p', positionRow()),
    ],
    ['fills', { kind: 'fill' }, (state) => state.accounts.set('main', accountRow())],
    ['streams', { kind: 'stream-stale', forMs: 60_000 }, (state) => state.streams.set('s', streamRow())],
  ])('about %s waits for it and then watches', (_, condition, furnish) => {
    expect(waiting(condition)).toBe('rule.nothing-to-watch')
    expect(waiting(condition, furnish)).toBe('watches')
    expect(waiting(condition, undefined, false)).toBe('watches')
  })

  it.each<readonly [string, AlertCondition, (state: EngineState) => void]>([
    ['a stale price', crosses, (state) => state.prices.set(BTC, priceRow({ freshness: 'stale' }))],
    [
      'a stale mark price',
      { kind: 'position-roi', level: 'above', fraction: half },
      (state) => state.positions.set('p', positionRow({ markFreshness: 'stale' })),
    ],
    [
      'an account that starts',
      { kind: 'fill' },
      (state) => state.accounts.set('main', accountRow({ state: 'starting' })),
    ],
  ])('with only %s says so', (_, condition, furnish) => {
    expect(waiting(condition, furnish)).toBe('rule.only-old')
  })

  it('about a silent stream watches all the more', () => {
    const silent = (state: EngineState) => state.streams.set('s', streamRow({ state: 'down' }))
    expect(waiting({ kind: 'stream-stale', forMs: 60_000 }, silent)).toBe('watches')
  })

  it('looks at its own account alone', () => {
    const state = createEngineState(createTables())
    state.positions.set('p', positionRow())
    const mine = rule({ condition: { kind: 'liquidation-distance', fraction: half }, account: 'other' as never })
    expect(waitingOf(mine, factsOf(state))?.id).toBe('rule.nothing-to-watch')
  })
})

it('a thousand rules are gone through in two seconds, a hundred at a time', async () => {
  const clock = createManualClock(START)
  const rules = Array.from({ length: 1_000 }, (_, index) => rule({ rule: `r${index}`, condition: crosses }))
  const waits = new Map<string, Sentence | null>()
  const state = createEngineState(createTables())
  const stop = followWaiting(clock, { rules: () => rules, wait: (id, why) => void waits.set(id, why) }, factsOf(state))
  expect(waits.size).toBe(100)
  await clock.pass(2_000)
  expect(waits.size).toBe(1_000)
  state.prices.set(BTC, priceRow())
  await clock.pass(2_000)
  expect([...waits.values()].every((why) => why === null)).toBe(true)
  stop()
  expect(clock.waiting).toBe(0)
})
