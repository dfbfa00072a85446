import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fail, ok } from '../../shared/result.ts'
import { failure } from '../test/fake-feed.ts'
import { createFakeLog } from '../test/fake-log.ts'
import { createFakeMachine } from '../test/fake-machine.ts'
import { createSeededRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import type { AccountEvent } from './event.ts'
import { createFollower, VERIFY_EVERY_MS } from './follower.ts'
import { createModelExchange, instruments, untruths, type Deed } from './test/model-exchange.ts'
import { START } from './test/samples.ts'

/** What becomes of one message on its way. Delays of several messages reorder them. */
type Fate = 'arrives' | 'lost' | 'doubled' | { readonly delayMs: number }

type Happening =
  | { readonly kind: 'deed'; readonly deed: Deed; readonly fate: Fate }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'drop' | 'return' | 'doubt' | 'refuse-reads' | 'allow-reads' }

const deed = fc.oneof(
  fc.record({
    kind: fc.constant('trade' as const),
    instrument: fc.constantFrom(...instruments),
    slot: fc.constantFrom('one-way' as const, 'long' as const, 'short' as const),
    size: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('place' as const),
    order: fc.constantFrom('a', 'b', 'c'),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('cancel' as const), order: fc.constantFrom('a', 'b', 'c') }),
  fc.record({
    kind: fc.constant('deposit' as const),
    asset: fc.constantFrom('USDT', 'BTC'),
    amount: fc.integer({ min: -3, max: 3 }),
  }),
)

const fate = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Fate>('arrives') },
  { weight: 2, arbitrary: fc.constantFrom<Fate>('lost', 'doubled') },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4_000 }).map((delayMs): Fate => ({ delayMs })) },
)

const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('deed' as const), deed, fate }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 150_000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'drop' as const,
        'return' as const,
        'doubt' as const,
        'refuse-reads' as const,
        'allow-reads' as const,
      ),
    }),
  },
)

function createScene(seed: number, lagMs: number) {
  const clock = createManualClock(START)
  const exchange = createModelExchange(START)
  const line = { up: true, reads: true }
  const follower = createFollower(
    { clock, random: createSeededRandom(seed), log: createFakeLog(), machine: createFakeMachine() },
    {
      known: null,
      readSnapshot: () =>
        new Promise((resolve) => {
          const answer = line.reads ? ok(exchange.snapshot(clock.now(), lagMs)) : fail(failure())
          clock.after(300, () => resolve(answer))
        }),
      onChange: () => undefined,
      onFacts: () => undefined,
      onRepaired: () => undefined,
      onFailure: () => undefined,
    },
  )

  function deliver(events: readonly AccountEvent[]): void {
    if (line.up) follower.heard(events, clock.now())
  }

  function send(events: readonly AccountEvent[], how: Fate): void {
    if (how === 'lost') return
    if (typeof how === 'object') clock.after(how.delayMs, () => deliver(events))
    else deliver(events)
    if (how === 'doubled') deliver(events)
  }

  function drop(): void {
    if (line.up) follower.down()
    line.up = false
  }

  function comeBack(): void {
    if (!line.up) follower.up()
    line.up = true
  }

  async function happen(what: Happening): Promise<void> {
    // Two deeds never share a moment, as an exchange's clock is finer than its traders.
    await clock.pass(1)
    if (what.kind === 'deed') send(exchange.act(what.deed, clock.now()), what.fate)
    else if (what.kind === 'wait') await clock.pass(what.ms)
    else if (what.kind === 'drop') drop()
    else if (what.kind === 'return') comeBack()
    else if (what.kind === 'doubt' && line.up) follower.doubt('test')
    else line.reads = what.kind === 'allow-reads'
  }

  follower.up()
  return { clock, exchange, follower, line, happen, comeBack }
}

it('always comes back to the exchange’s truth, whatever is lost, doubled, late, mixed up or cut off', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { maxLength: 40 }),
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.constantFrom(0, 500, 1_500),
      async (happenings, seed, lagMs) => {
        const scene = createScene(seed, lagMs)
        for (const what of happenings) await scene.happen(what)
        scene.line.reads = true
        scene.comeBack()
        await scene.clock.pass(3 * VERIFY_EVERY_MS)
        const { follower, exchange, clock } = scene
        expect(untruths(follower.state, exchange.snapshot(clock.now(), 0))).toEqual([])
        expect(follower.verification).toBe('verified')
        follower.stop()
        await clock.pass(1_000) // an answer that was on its way is not listened to
        expect(clock.waiting).toBe(0)
      },
    ),
    { numRuns: 400 },
  )
}, 120_000)

it('never shows less than was known while reads fail', async () => {
  const scene = createScene(1, 0)
  await scene.happen({
    kind: 'deed',
    deed: { kind: 'trade', instrument: instruments[0], slot: 'one-way', size: 2 },
    fate: 'arrives',
  })
  await scene.clock.pass(1_000)
  const before = scene.follower.state
  await scene.happen({ kind: 'refuse-reads' })
  await scene.happen({ kind: 'drop' })
  await scene.happen({ kind: 'return' })
  await scene.clock.pass(60_000)
  expect(scene.follower.state).toBe(before)
  expect(scene.follower.verification).toBe('unverified')
})
