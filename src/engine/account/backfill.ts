import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Result } from '../../shared/result.ts'
import { createCanceller, pause } from '../net/cancellation.ts'
import type { Perform } from '../net/perform.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Random } from '../ports/random.ts'
import type { Coverage, Store } from '../ports/store.ts'
import type { HistoryList, MarketContext } from '../ports/venue.ts'
import { backoff } from '../session/backoff.ts'
import type { Facts } from './history.ts'
import { nextWindow } from './history-windows.ts'

/** Completes an account's history, the newest first, and keeps it complete. */
export interface Backfill {
  /** Reads what happened since the last proven point, and what is missing before it. */
  fill(): void
  /** The same in a moment: something happened that a stream may not have told of. */
  fillSoon(): void
  stop(): void
}

export interface BackfillTerms {
  readonly account: AccountId
  readonly lists: readonly HistoryList[]
  readonly perform: Perform
  readonly context: () => MarketContext
  /** The exchange's time: proving a moment that is still to come there would lose what happens in it. */
  readonly now: () => Time
  readonly instruments: () => readonly InstrumentId[]
  readonly take: (facts: Facts) => void
}

export interface BackfillPorts {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly store: Pick<Store, 'coverage' | 'proveCoverage' | 'flush'>
}

interface Job {
  readonly list: HistoryList
  readonly window: Coverage
  readonly depth: Depth
}

type Depth = 'recent' | 'deep'

const DAY_MS = 24 * 3_600_000
/** Read at once on a first run; what is older follows leisurely. */
export const RECENT_MS = 30 * DAY_MS
/** The oldest hour of what an exchange keeps may be gone while it is asked for. */
const RETENTION_MARGIN_MS = 3_600_000
const DEEP_PAUSE_MS = 2_000
const SOON_MS = 5_000
/** A list that cannot be read until the user acts is tried again after this. */
const LAME_MS = 3_600_000

export function createBackfill(ports: BackfillPorts, terms: BackfillTerms): Backfill {
  const { clock, random, log, store } = ports
  const run = { running: false, again: false, failures: 0, stopTimer: null as Stop | null }
  const life = createCanceller()
  const lame = new Map<string, number>()

  function nextJob(until: Time): Job | null {
    return newestJob('recent', until) ?? newestJob('deep', until)
  }

  function newestJob(depth: Depth, until: Time): Job | null {
    const able = terms.lists.filter(({ list }) => (lame.get(list) ?? 0) <= clock.monotonic())
    const jobs = able.flatMap((list) => {
      const reach = { windowMs: list.windowMs, from: until - reachOf(list, depth), to: until }
      const window = nextWindow(store.coverage({ account: terms.account, list: list.list }), reach)
      return window === null ? [] : [{ list, window, depth }]
    })
    return jobs.reduce<Job | null>((best, job) => (best === null || job.window.to > best.window.to ? job : best), null)
  }

  async function work(): Promise<void> {
    run.running = true
    run.again = false
    const until = terms.now()
    for (let job = nextJob(until); job !== null && !life.stopped; job = run.again ? null : nextJob(until))
      if (!(await read(job))) break
    run.running = false
    if (run.again) fill()
  }

  /** Facts first, then safely on disk, then the proof: a failure anywhere in between proves nothing. */
  async function read(job: Job): Promise<boolean> {
    if (job.depth === 'deep') await pause(clock, DEEP_PAUSE_MS, life)
    if (life.stopped) return false
    const plan = job.list.read(terms.context(), { ...job.window, instruments: terms.instruments() })
    const facts = await terms.perform(plan)
    if (life.stopped) return false
    if (!facts.ok) return failed(job, facts)
    terms.take(facts.value)
    const flushed = await store.flush()
    if (!flushed.ok) return failed(job, flushed)
    store.proveCoverage({ account: terms.account, list: job.list.list }, job.window)
    run.failures = 0
    return true
  }

  function failed(job: Job, result: Extract<Result<unknown>, { ok: false }>): boolean {
    const { failure } = result
    log.warn('a window of history could not be read', { list: job.list.list, why: failure.sentence.id })
    if (failure.terminal === true) {
      lame.set(job.list.list, clock.monotonic() + LAME_MS)
      return true
    }
    later(backoff(run.failures, random.next(), failure.retryAfterMs ?? 0))
    run.failures += 1
    return false
  }

  function later(ms: number): void {
    if (life.stopped) return
    run.stopTimer?.()
    run.stopTimer = clock.after(ms, () => {
      run.stopTimer = null
      fill()
    })
  }

  function fill(): void {
    if (life.stopped) return
    if (run.running) run.again = true
    else void work()
  }

  return {
    fill,
    fillSoon: () => {
      if (run.stopTimer === null) later(SOON_MS)
    },
    stop: () => {
      life.stop()
      run.stopTimer?.()
    },
  }
}

function reachOf(list: HistoryList, depth: Depth): number {
  const kept = list.retentionMs - RETENTION_MARGIN_MS
  return depth === 'deep' ? kept : Math.min(kept, RECENT_MS)
}
