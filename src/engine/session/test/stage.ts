import type { Failure, Result } from '../../../shared/result.ts'
import type { Perform } from '../../net/perform.ts'
import type { Feed, Ticket } from '../../ports/feed.ts'
import type { Plan } from '../../ports/plan.ts'
import type { Random } from '../../ports/random.ts'
import { createFakeFeed, oblige, type FakeFeedOptions } from '../../test/fake-feed.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createFakeMachine } from '../../test/fake-machine.ts'
import { createFixedRandom } from '../../test/fake-random.ts'
import { createFakeSockets } from '../../test/fake-sockets.ts'
import { createManualClock, type ManualClock } from '../../test/manual-clock.ts'
import type { Arrival } from '../run.ts'
import { createSession } from '../session.ts'
import type { SessionStatus } from '../status.ts'
import { createNumbering } from '../wire.ts'

export interface StageOptions extends FakeFeedOptions {
  readonly topics?: readonly string[]
  readonly clock?: ManualClock
  readonly random?: Random
  /** Sockets open and answer of themselves. */
  readonly obliging?: false
}

/** One session among fakes, with everything it told. */
export function createStage(options: StageOptions = {}) {
  const clock = options.clock ?? createManualClock(1_795_257_600_000)
  const sockets = createFakeSockets()
  const log = createFakeLog()
  const machine = createFakeMachine()
  const told = {
    up: [] as number[],
    down: [] as Failure[],
    items: [] as { readonly item: string; readonly arrival: Arrival }[],
    resyncs: [] as string[],
    statuses: [] as SessionStatus[],
    measured: 0,
  }
  if (options.obliging !== false) {
    sockets.onOpen((socket) => void clock.after(5, () => socket.open()))
    sockets.onSent((socket, text) => void clock.after(5, () => oblige(socket, text)))
    sockets.onPing((socket) => void clock.after(5, () => socket.stir()))
  }
  const feed: Feed<string, null> = createFakeFeed(options)
  const session = createSession<string, null>(
    { clock, sockets, log, machine, random: options.random ?? createFixedRandom(0.5) },
    {
      feed,
      signer: null,
      topics: options.topics ?? ['a', 'b'],
      context: () => null,
      serverNow: () => clock.now(),
      perform: performAtOnce,
      measureClock: () => void (told.measured += 1),
      numbering: createNumbering(),
    },
    {
      onUp: (generation) => void told.up.push(generation),
      onItems: (items, arrival) => void told.items.push(...items.map((item) => ({ item, arrival }))),
      onDown: (why) => void told.down.push(why),
      onResync: (why) => void told.resyncs.push(why),
      onChange: (status) => void told.statuses.push(status),
    },
  )
  return { clock, sockets, log, machine, told, session }
}

/** Runs a plan that needs no network. */
export const performAtOnce: Perform = async (plan) => {
  const step = plan.next([])
  if (step.done !== true) throw new Error('This plan reads something')
  return step.value
}

/** A plan that answers without reading anything. */

export function* instantly(answer: () => Result<Ticket>): Plan<Ticket> {
  return answer()
}
