import type { AlertRow } from '../../../shared/alert-rows.ts'
import { fail } from '../../../shared/result.ts'
import type { AlertStore, StoredRule } from '../../ports/alert-store.ts'
import { createEngineState, type EngineState } from '../../state.ts'
import { createTables } from '../../tables.ts'
import { failure } from '../../test/fake-feed.ts'
import { createFakeLog } from '../../test/fake-log.ts'
import { createManualClock } from '../../test/manual-clock.ts'
import { createFacts, followSources, takeOut } from '../engine-facts.ts'
import { createMovement } from '../movement.ts'
import { planDeliveries, planRecovery } from '../planning.ts'
import { createStanding } from '../standing.ts'
import { createWatch, type Watch } from '../watch.ts'
import { createMemoryAlertStore } from './memory-alert-store.ts'
import { START } from './rows.ts'

/** Long enough for a look at everything, shorter than anything that counts. */
export const A_LOOK_MS = 250

const NOBODY_RESTS = { pausedUntil: null, quietHours: null, timeZone: 'UTC' }

/** The whole watch over real tables, with one channel; what outlives a run is the store alone. */
export function createWatchStage(rules: readonly StoredRule[]) {
  const clock = createManualClock(START)
  const store = createMemoryAlertStore()
  const run = { watch: null as Watch | null, state: createEngineState(createTables()), pen: { writes: Infinity } }
  const known = new Set<string>()
  const circumstances = () => ({
    now: clock.now(),
    ...NOBODY_RESTS,
    channels: [{ channel: 'desk', level: 'on' as const }],
  })

  /** @param furnish what the new run knows before it looks */
  function begin(furnish: (state: EngineState) => void = () => undefined): void {
    const tables = createTables()
    const state = createEngineState(tables)
    const pen = { writes: Infinity }
    const movement = createMovement()
    const ran = { startedAt: clock.now(), watchedBefore: store.watchedUntil() }
    const facts = createFacts({ clock, state, movement, run: ran, venueName: () => 'Venue', system: () => null })
    const watch = createWatch(
      { clock, alertStore: writtenWith(pen, store), log: createFakeLog() },
      {
        standing: createStanding(store),
        facts,
        settle: tables.settle,
        onTouched: tables.onTouched,
        onSource: (take) => followSources(state, movement, take),
        heldAgainst: (source) => takeOut(state, source),
        plan: (alert, rule) => planDeliveries(alert, rule, circumstances()),
        planRecovery: (recovery, rule, told) => planRecovery(recovery, rule, told, circumstances()),
        committed: () => undefined,
      },
    )
    furnish(state)
    Object.assign(run, { watch, state, pen })
    watch.follow(rules)
    watch.start()
  }

  /** `killed` writes nothing any more. */
  function end(how: 'stopped' | 'killed'): void {
    if (how === 'killed') run.pen.writes = 0
    run.watch?.stop()
    run.watch = null
  }

  /** As if killed once it has written so often. */
  function dieAfter(writes: number): void {
    run.pen.writes = writes
  }

  /** Alerts that were not there when last asked. */
  function news(): readonly AlertRow[] {
    const fresh = store.alerts(Infinity, Infinity).filter(({ alert }) => !known.has(alert))
    for (const { alert } of fresh) known.add(alert)
    return fresh
  }

  return {
    clock,
    store,
    begin,
    end,
    dieAfter,
    news,
    get watch() {
      return run.watch
    },
    get state() {
      return run.state
    },
  }
}

export type WatchStage = ReturnType<typeof createWatchStage>

function writtenWith(pen: { writes: number }, store: AlertStore): AlertStore {
  return {
    ...store,
    commit: (step) => {
      if (pen.writes === 0) return fail(failure())
      pen.writes -= 1
      return store.commit(step)
    },
    saveWatchedUntil: (at) => (pen.writes === 0 ? fail(failure()) : store.saveWatchedUntil(at)),
  }
}
