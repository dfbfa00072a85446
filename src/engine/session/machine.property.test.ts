import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure, fakePace } from '../test/fake-feed.ts'
import type { NetworkChange } from '../ports/machine.ts'
import { nextDeadline } from './deadlines.ts'
import { step } from './machine.ts'
import { initialState, type Command, type Input, type Script } from './state.ts'

const script: Script = {
  name: 'fake',
  pace: { ...fakePace, rotateEvery: 120_000, itemsWithin: 30_000 },
  keepEvery: null,
  subscribe: (topics, id) => [JSON.stringify({ topics, id })],
  unsubscribe: (topics, id) => [JSON.stringify({ topics, id, gone: true })],
}

/** What may happen next; `line` counts back from the newest connection, so old ones speak too. */
type Happening =
  | { readonly kind: 'pass' | 'thrive'; readonly ms: number }
  | { readonly kind: 'wish' | 'unwish'; readonly topic: string }
  | { readonly kind: 'opened' | 'welcomed' | 'closed' | 'alive' | 'subscribed' | 'refused'; readonly back: number }
  | { readonly kind: 'start' | 'stop' | 'jump' | 'restart' }
  | { readonly kind: 'network'; readonly change: NetworkChange }

const topic = fc.constantFrom('a', 'b', 'c')
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 60_000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('thrive' as const), ms: fc.integer({ min: 1, max: 200_000 }) }),
  },
  fc.record({ kind: fc.constantFrom('wish' as const, 'unwish' as const), topic }),
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('opened', 'welcomed', 'closed', 'alive', 'subscribed', 'refused' as const),
      back: fc.integer({ min: 0, max: 2 }),
    }),
  },
  fc.record({
    kind: fc.constant('network' as const),
    change: fc.constantFrom('gone' as const, 'back' as const, 'other' as const),
  }),
  fc.record({ kind: fc.constantFrom('start' as const, 'stop' as const, 'jump' as const, 'restart' as const) }),
)

/** A world that does to the machine what it is told, and keeps count of the sockets the machine holds open. */
function createWorld(chance: number) {
  const world = { state: initialState(['a']), at: 0, open: new Set<number>(), newest: 0, up: 0 }

  function obey(command: Command): void {
    if (command.kind === 'open') {
      world.open.add(command.line)
      world.newest = command.line
    }
    if (command.kind === 'close' || command.kind === 'terminate') world.open.delete(command.line)
    if (command.kind === 'tell-up') world.up += 1
  }

  function give(input: Input): void {
    const result = step(world.state, input, script, { at: world.at, chance })
    world.state = result.state
    for (const command of result.commands) obey(command)
    check()
  }

  function check(): void {
    const { mode, spare, old } = world.state
    const known = [mode.kind === 'dialled' ? mode.main.line : 0, spare?.line ?? 0, old?.line ?? 0].filter(
      (line) => line > 0,
    )
    expect(known.length).toBeLessThanOrEqual(2)
    expect([...world.open].sort()).toEqual(known.sort())
    const due = nextDeadline(world.state, script)
    if (due !== null) expect(due.at).toBeGreaterThan(world.at)
  }

  function pass(ms: number): void {
    const until = world.at + ms
    for (;;) {
      const due = nextDeadline(world.state, script)
      if (due === null || due.at > until) break
      world.at = due.at
      give({ kind: 'tick' })
    }
    world.at = until
  }

  return { world, give, pass }
}

type World = ReturnType<typeof createWorld>

function happen({ world, give, pass }: World, event: Happening): void {
  if (event.kind === 'pass') return pass(event.ms)
  if (event.kind === 'wish') return give({ kind: 'want', topics: [event.topic] })
  if (event.kind === 'unwish') return give({ kind: 'unwant', topics: [event.topic] })
  if (event.kind === 'jump') return give({ kind: 'restart', why: failure(), promptly: 'with-jitter' })
  if (event.kind === 'restart') return give({ kind: 'restart', why: failure(), promptly: 'at-once' })
  if (event.kind === 'network') return give(event)
  if (event.kind === 'start' || event.kind === 'stop') return give({ kind: event.kind })
  if (event.kind === 'thrive') return thrive({ world, give, pass }, event.ms)
  if (!('back' in event)) throw new Error('This happening is not handled')
  const line = Math.max(1, world.newest - event.back)
  if (event.kind === 'closed') {
    world.open.delete(line)
    return give({ kind: 'closed', line, why: failure() })
  }
  if (event.kind === 'alive') return give({ kind: 'alive', line, heardAt: world.at, itemAt: world.at })
  if (event.kind === 'subscribed') return give({ kind: 'subscribed', line, id: null })
  if (event.kind === 'refused') return give({ kind: 'refused', line, failure: failure() })
  give({ kind: event.kind, line })
}

/** For a while the network does everything right, so that connections live long enough to rotate. */
function thrive(scene: World, ms: number): void {
  for (let passed = 0; passed < ms; passed += 15_000) {
    for (const line of [...scene.world.open]) greet(scene, line)
    scene.pass(15_000)
  }
}

function greet({ world, give }: World, line: number): void {
  give({ kind: 'opened', line })
  give({ kind: 'welcomed', line })
  for (let answer = 0; answer < 6; answer += 1) give({ kind: 'subscribed', line, id: null })
  give({ kind: 'alive', line, heardAt: world.at, itemAt: world.at })
}

/** From here on the network does everything right, at once. */
function behave(scene: World): void {
  const { world, pass } = scene
  for (let round = 0; round < 200 && world.state.mode.kind !== 'refused'; round += 1) {
    for (const line of [...world.open]) greet(scene, line)
    if (world.state.mode.kind === 'dialled' && world.state.mode.main.phase === 'up') return
    pass(1000)
  }
}

describe('the session machine', () => {
  it('never holds two connections but while rotating, and leaves no deadline in the past, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 80 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (events, chance) => {
          const scene = createWorld(chance)
          scene.give({ kind: 'start' })
          for (const event of events) happen(scene, event)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is up in the end once the network allows, whatever happened before', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (events, chance) => {
          const scene = createWorld(chance)
          for (const event of events) happen(scene, event)
          scene.give({ kind: 'start' })
          const { up } = scene.world
          behave(scene)
          const { mode } = scene.world.state
          expect(mode.kind === 'dialled' ? mode.main.phase : mode.kind).toBe('up')
          expect(scene.world.up).toBeGreaterThanOrEqual(up)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('holds no connection and waits for nothing after a stop', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (events) => {
        const scene = createWorld(0.5)
        scene.give({ kind: 'start' })
        for (const event of events) happen(scene, event)
        scene.give({ kind: 'stop' })
        expect(scene.world.open.size).toBe(0)
        expect(nextDeadline(scene.world.state, script)).toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
