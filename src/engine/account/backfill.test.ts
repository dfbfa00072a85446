import { describe, expect, it } from 'vitest'
import { accountId } from '../../shared/ids.ts'
import { fail, ok, type Failure } from '../../shared/result.ts'
import type { Plan } from '../ports/plan.ts'
import type { Coverage } from '../ports/store.ts'
import type { HistoryList, MarketContext } from '../ports/venue.ts'
import { createEngineState } from '../state.ts'
import { createTables } from '../tables.ts'
import { failure } from '../test/fake-feed.ts'
import { createFakeLog } from '../test/fake-log.ts'
import { createFakeMachine } from '../test/fake-machine.ts'
import { createFixedRandom } from '../test/fake-random.ts'
import { createManualClock } from '../test/manual-clock.ts'
import { createBackfill } from './backfill.ts'
import type { Facts } from './event.ts'
import { createHistory } from './history.ts'
import { fill } from './test/facts.ts'
import { createMemoryStore } from './test/memory-store.ts'
import { START } from './test/samples.ts'

const account = accountId('main')
const DAY = 24 * 3_600_000

/** An exchange that keeps 60 days of fills and answers for a week at a time. */
function createScene({ restMs = 0 } = {}) {
  const clock = createManualClock(START)
  const store = createMemoryStore()
  const state = createEngineState(createTables())
  const history = createHistory(store, state)
  const far = {
    fills: [] as Facts['fills'],
    asked: [] as Coverage[],
    refuse: null as Failure | null,
    refuseAfter: Infinity,
    told: true,
  }
  const list: HistoryList = {
    list: 'fills',
    windowMs: 7 * DAY,
    retentionMs: 60 * DAY,
    restMs,
    read: (_context, { from, to }) => read({ from, to }),
  }

  function* read(window: Coverage): Plan<Facts> {
    far.asked.push(window)
    if (far.refuse !== null) return fail(far.refuse)
    if (far.asked.length > far.refuseAfter) return fail(failure())
    return ok({ fills: far.fills.filter(({ at }) => at >= window.from && at <= window.to), flows: [], gone: [] })
  }

  const backfill = createBackfill(
    { clock, random: createFixedRandom(0.5), log: createFakeLog(), machine: createFakeMachine(), store },
    {
      account,
      lists: [list],
      perform: async (plan) => {
        const step = plan.next([])
        return step.done === true ? step.value : fail(failure())
      },
      context: () => ({}) as MarketContext, // nothing here reads it
      now: () => clock.now(),
      instruments: () => [],
      take: (facts) => history.take(account, facts),
      isTold: () => far.told,
      filled: (began) => history.filled(account, began),
    },
  )
  const proven = () => store.coverage({ account, list: 'fills' })
  const shown = () => [...state.fills.rows()].map(([, row]) => row.fill)
  return { clock, store, history, far, backfill, proven, shown }
}

describe('a first run', () => {
  it('reads thirty days at once, newest first, then the rest leisurely', async () => {
    const { clock, far, backfill, proven } = createScene()
    backfill.fill()
    await clock.settle()
    expect(far.asked.map(({ to }) => Math.round((START - to) / DAY))).toEqual([0, 7, 14, 21, 28])
    expect(proven()).toEqual([{ from: START - 30 * DAY, to: START }])
    await clock.pass(60_000)
    expect(proven()).toEqual([{ from: START - 60 * DAY + 3_600_000, to: START }])
  })
})

describe('the recent past', () => {
  it('is filled once all of it was read, counted from when the reading began', async () => {
    const { clock, far, backfill, history } = createScene()
    far.refuseAfter = 2
    backfill.fill()
    await clock.settle()
    expect(history.filledAt(account)).toBeNull()
    far.refuseAfter = Infinity
    await clock.pass(60_000)
    const first = history.filledAt(account)
    expect(first).toBeGreaterThan(START)
    await clock.pass(600_000)
    const began = clock.now()
    backfill.fill()
    await clock.settle()
    expect(history.filledAt(account)).toBe(began)
    history.forget(account)
    expect(history.filledAt(account)).toBeNull()
  })
})

describe('an outage', () => {
  it('is read from a minute before the last proven point, and a fill in it appears once', async () => {
    const { clock, far, backfill, history, shown } = createScene()
    backfill.fill()
    await clock.pass(60_000)
    far.asked.length = 0
    const during = fill({ fill: 'during', at: clock.now() + 5_000 })
    far.fills = [during]
    const from = START - 60_000 + 1
    await clock.pass(600_000)
    history.take(account, { fills: [during], flows: [], gone: [] })
    backfill.fill()
    await clock.settle()
    expect(far.asked).toEqual([{ from, to: clock.now() }])
    expect(shown()).toEqual(['during'])
  })
})

describe('a list that rests', () => {
  it('is not read again at once, and nothing of the time in between is lost', async () => {
    const { clock, far, backfill, proven } = createScene({ restMs: 120_000 })
    backfill.fill()
    await clock.pass(60_000)
    far.asked.length = 0
    backfill.fill()
    await clock.settle()
    expect(far.asked).toEqual([])
    await clock.pass(10_000)
    backfill.fill()
    await clock.settle()
    expect(far.asked).toEqual([{ from: START - 60_000 + 1, to: START + 70_000 }])
    expect(proven()[0]?.to).toBe(START + 70_000)
  })
})

describe('a window that fails', () => {
  it('proves nothing and is read again', async () => {
    const { clock, far, backfill, proven } = createScene()
    far.refuse = failure()
    backfill.fill()
    await clock.settle()
    expect(proven()).toEqual([])
    far.refuse = null
    await clock.pass(30_000)
    expect(proven()[0]?.to).toBeGreaterThanOrEqual(START)
  })

  it('midway leaves the proof of what was read before it', async () => {
    const { clock, far, backfill, proven } = createScene()
    far.refuseAfter = 2
    backfill.fill()
    await clock.settle()
    expect(proven()).toEqual([{ from: START - 14 * DAY + 1, to: START }])
  })

  it('because the disk takes nothing proves nothing either', async () => {
    const { clock, store, backfill, proven } = createScene()
    store.breakDisk('broken')
    backfill.fill()
    await clock.settle()
    expect(proven()).toEqual([])
  })

  it('because nobody told of it yet proves nothing until somebody did', async () => {
    const { clock, far, backfill, proven } = createScene()
    far.told = false
    backfill.fill()
    await clock.pass(5_000)
    expect([proven(), far.asked.length]).toEqual([[], 1])
    far.told = true
    await clock.pass(1_000)
    expect(proven()[0]?.to).toBe(START)
  })

  it('for good leaves the list alone for an hour', async () => {
    const { clock, far, backfill } = createScene()
    far.refuse = failure({ terminal: true })
    backfill.fill()
    await clock.settle()
    backfill.fill()
    await clock.pass(60_000)
    expect(far.asked).toHaveLength(1)
    await clock.pass(3_600_000)
    backfill.fill()
    await clock.settle()
    expect(far.asked).toHaveLength(2)
  })
})

describe('facts from the stream', () => {
  it('are kept and shown but prove nothing', () => {
    const { history, proven, shown } = createScene()
    history.take(account, { fills: [fill({ fill: 'live' })], flows: [], gone: [] })
    expect(shown()).toEqual(['live'])
    expect(proven()).toEqual([])
  })
})

it('stops in the middle of its work', async () => {
  const { clock, far, backfill, proven } = createScene()
  backfill.fill()
  backfill.stop()
  await clock.pass(60_000)
  expect(far.asked).toHaveLength(1)
  expect(proven()).toEqual([])
})
