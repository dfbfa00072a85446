import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reduce } from './reduce.ts'
import { createModelExchange, instruments, untruths, type Deed } from './test/model-exchange.ts'
import { START, stateOf } from './test/samples.ts'

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('trade' as const),
    instrument: fc.constantFrom(...instruments),
    slot: fc.constantFrom('one-way' as const, 'long' as const, 'short' as const),
    size: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('place' as const),
    order: fc.constantFrom('a', 'b'),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('cancel' as const), order: fc.constantFrom('a', 'b') }),
  fc.record({
    kind: fc.constant('deposit' as const),
    asset: fc.constantFrom('USDT', 'BTC'),
    amount: fc.integer({ min: -3, max: 3 }),
  }),
)

/** Every event, some of them several times, in any order. */
const order = fc.array(fc.nat(), { minLength: 0, maxLength: 60 })

it('ends the same however events are mixed up and repeated', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), order, (deeds, picks) => {
      const exchange = createModelExchange(START)
      const events = deeds.flatMap((one, index) => exchange.act(one, START + index + 1))
      const start = stateOf({ balances: [], positions: [], orders: [] })
      const mixed = [
        ...picks.flatMap((pick) => events[pick % Math.max(1, events.length)] ?? []),
        ...shuffled(events, picks),
      ]
      const end = mixed.reduce(reduce, start)
      expect(untruths(end, exchange.snapshot(START + deeds.length + 1, 0))).toEqual([])
      expect(mixed.reduce(reduce, end)).toBe(end)
    }),
    { numRuns: 500 },
  )
})

function shuffled<T>(all: readonly T[], picks: readonly number[]): readonly T[] {
  const keyed = all.map((one, index) => [picks[index % Math.max(1, picks.length)] ?? index, one] as const)
  return keyed.sort(([a], [b]) => a - b).map(([, one]) => one)
}
