import fc from 'fast-check'
import { it } from 'vitest'
import { decimal } from '../../shared/decimal.ts'
import { LATE_AFTER_MS } from './crossing.ts'
import { BTC, priceRow, rule } from './test/rows.ts'
import { A_LOOK_MS, createWatchStage, type WatchStage } from './test/watch-stage.ts'

type Deed =
  | { readonly do: 'price'; readonly value: number }
  | { readonly do: 'stale' | 'live' | 'break-disk' | 'mend-disk' }
  | { readonly do: 'pass' | 'sleep'; readonly ms: number }
  | { readonly do: 'step'; readonly byMs: number }
  /** Killed as it decides something, once it has written so often. */
  | { readonly do: 'die-deciding'; readonly value: number; readonly writes: number; readonly ms: number }
  | { readonly do: 'restart'; readonly how: 'stopped' | 'killed'; readonly ms: number }

const LINE = 100
const SECOND = 1_000
const span = fc.oneof(fc.integer({ min: 1, max: 20 * SECOND }), fc.integer({ min: 120 * SECOND, max: 7_200 * SECOND }))
const price = fc.integer({ min: 97, max: 103 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('price' as const), value: price }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('die-deciding' as const), value: price, writes: fc.nat(2), ms: span }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('stale' as const, 'live' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('break-disk' as const, 'mend-disk' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pass' as const, 'sleep' as const), ms: span }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('step' as const), byMs: fc.integer({ min: -86_400_000, max: 86_400_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('restart' as const),
      how: fc.constantFrom('stopped' as const, 'killed' as const),
      ms: span,
    }),
  },
)

/** What is true, and what of it anybody can know. Times are lived ones, whatever a clock says. */
interface World {
  value: number
  freshness: 'live' | 'stale'
  disk: 'sound' | 'broken'
  /** On disk; null before the price was first seen. */
  side: 'under' | 'over' | null
  /** `both`: coming back is told like going over; `end`: as the end of what was told before, if anything was. */
  readonly tells: 'both' | 'end'
  alert: 'stands' | 'none'
  lived: number
  /** How long nothing has interrupted the saving. */
  awake: number
  seenAt: number
  /** At least so: what did not change is looked at within a second. */
  surelySeenAt: number
  /** Since when the disk knew at least so much. */
  savedAt: number
  /** `unsure`: the clock was set while nothing could be written, so times on disk are those of another clock. */
  times: 'sure' | 'unsure'
  /** What the run that began with such times takes them for. */
  memory: 'sure' | 'unsure'
}

/** Saved every 15 s. */
const SAVED_WITHIN_MS = 16 * SECOND

it.each([
  ['each change of side', 'both'],
  ['each crossing, and each end of one,', 'end'],
] as const)('%s is told once, late when late, and never from stale facts', async (_, tells) => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 40 }), async (deeds) => {
      const condition = {
        kind: 'price-crosses',
        instrument: BTC,
        direction: tells === 'both' ? 'either' : 'above',
        price: decimal('100'),
        of: 'mark',
      } as const
      const stage = createWatchStage([rule({ condition, recovery: tells === 'end' })])
      const world: World = {
        value: 99,
        freshness: 'live',
        disk: 'sound',
        side: null,
        tells,
        alert: 'none',
        lived: 0,
        awake: 0,
        seenAt: 0,
        surelySeenAt: 0,
        savedAt: 0,
        times: 'sure',
        memory: 'sure',
      }
      stage.begin()
      for (const each of [{ do: 'price', value: 99 } as const, ...deeds]) {
        await carryOut(each, stage, world)
        await show(stage, world)
        expectTold(stage, world)
      }
      stage.end('stopped')
    }),
    { numRuns: 200 },
  )
})

async function carryOut(each: Deed, stage: WatchStage, world: World): Promise<void> {
  const { clock, store } = stage
  switch (each.do) {
    case 'price':
      world.value = each.value
      return
    case 'stale':
    case 'live':
      world.freshness = each.do
      return
    case 'break-disk':
    case 'mend-disk':
      world.disk = each.do === 'mend-disk' ? 'sound' : 'broken'
      world.awake = 0
      return store.breakDisk(world.disk)
    case 'pass':
      await clock.pass(each.ms)
      world.lived += each.ms
      world.awake += each.ms
      return seen(world)
    case 'sleep':
      world.lived += each.ms
      world.awake = 0
      return clock.jump(each.ms, 'sleep')
    case 'step':
      clock.jump(each.byMs)
      if (world.disk === 'broken') world.times = 'unsure'
      return
    case 'die-deciding':
      stage.dieAfter(each.writes)
      world.value = each.value
      await show(stage, world)
      stage.end('killed')
      // It may be told before or after the kill.
      if (hasChanged(world)) world.times = 'unsure'
      world.lived += each.ms
      world.awake = 0
      clock.jump(each.ms, 'sleep')
      return stage.begin()
    case 'restart':
      stage.end(each.how)
      if (each.how === 'stopped' && world.disk === 'sound')
        Object.assign(world, { savedAt: world.surelySeenAt, times: world.memory })
      world.memory = world.times
      world.lived += each.ms
      world.awake = 0
      clock.jump(each.ms, 'sleep')
      return stage.begin()
  }
}

/** A stale row may say anything; nothing may come of it. */
async function show(stage: WatchStage, world: World): Promise<void> {
  const { freshness, value } = world
  const mark = decimal(String(freshness === 'live' ? value : 2 * LINE - value))
  stage.state.prices.set(BTC, priceRow({ mark, freshness, heardAt: stage.clock.now() }))
  await stage.clock.pass(A_LOOK_MS)
  world.lived += A_LOOK_MS
  world.awake += A_LOOK_MS
}

/** While the price is fresh, unchanged and watched, every second counts as seen. */
function seen(world: World): void {
  if (world.freshness !== 'live' || world.side === null || world.side !== sideOf(world)) return
  world.seenAt = world.lived
  if (world.awake >= SECOND) world.surelySeenAt = world.lived - SECOND
  if (world.disk === 'sound' && world.awake >= SAVED_WITHIN_MS)
    world.savedAt = Math.max(world.savedAt, world.lived - SAVED_WITHIN_MS)
}

function expectTold(stage: WatchStage, world: World): void {
  const told = stage.news().map(({ title, late }) => ({ id: title.id, late }))
  const changed = hasChanged(world)
  const id = changed && world.disk === 'sound' ? toldBy(world) : null
  const [only] = told
  if (told.length !== (id === null ? 0 : 1) || (only && only.id !== id))
    throw new Error(`expected ${String(id)}, told ${JSON.stringify(told)}`)
  if (only) expectLateness(only.late, world)
  expectEnds(stage, world)
  if (world.freshness !== 'live' || world.disk === 'broken') return seen(world)
  if (world.side !== sideOf(world))
    Object.assign(world, { savedAt: world.lived, surelySeenAt: world.lived, times: 'sure', memory: 'sure' })
  if (changed) world.alert = sideOf(world) === 'over' ? 'stands' : 'none'
  world.side = sideOf(world)
  seen(world)
}

function hasChanged(world: World): boolean {
  return world.freshness === 'live' && world.side !== null && world.side !== sideOf(world)
}

/** What is to be told now that the price went to its other side. */
function toldBy(world: World): string | null {
  if (sideOf(world) === 'over') return 'alert.price-rose'
  if (world.tells === 'both') return 'alert.price-fell'
  return world.alert === 'stands' ? 'alert.over-price-below' : null
}

/** What is over on disk has one end there, on its way to whoever was told; nothing else has any. */
function expectEnds({ store }: WatchStage, { tells }: World): void {
  if (tells === 'both') return
  const rows = store.alerts(Infinity, Infinity)
  const cleared = rows.filter(({ clearedAt }) => clearedAt !== null).map(({ alert }) => alert)
  const ended = rows.flatMap(({ alert, ends }) => store.deliveries(ends === null ? [] : [alert]).map(() => ends))
  if (cleared.toSorted().join() !== ended.toSorted().join())
    throw new Error(`over: ${cleared.join()}, told to be over: ${ended.join()}`)
}

/** What was last saved may be older than what was last seen, so a crash may make late what was not, but never the reverse. */
function expectLateness(late: boolean, { lived, seenAt, surelySeenAt, savedAt, times }: World): void {
  if (times === 'unsure') return
  const [shortest, longest] = [lived - A_LOOK_MS - seenAt, lived - Math.min(surelySeenAt, savedAt)]
  if (shortest > LATE_AFTER_MS && !late) throw new Error(`not late after ${shortest} ms`)
  if (longest <= LATE_AFTER_MS && late) throw new Error(`late after ${longest} ms`)
}

function sideOf({ value }: Pick<World, 'value'>): 'under' | 'over' {
  return value >= LINE ? 'over' : 'under'
}
