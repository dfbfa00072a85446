import type { AccountId, InstrumentId, Time } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import type { Failure } from '../../shared/result.ts'
import { createCanceller, pause, type Canceller } from '../net/cancellation.ts'
import { waitForNextTry, type NextTryPorts } from '../net/next-try.ts'
import type { Perform } from '../net/perform.ts'
import type { Log } from '../ports/log.ts'
import type { Coverage, Store } from '../ports/store.ts'
import type { HistoryList, MarketContext } from '../ports/venue.ts'
import type { Facts } from './event.ts'
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
  /** Whether whoever has to tell of them did, and keeps it. */
  readonly isTold: (facts: Facts) => boolean
  /** Everything recent is complete up to a moment that was, by this computer's clock, not before `began`. */
  readonly filled: (began: Time) => void
}

export interface BackfillPorts extends NextTryPorts {
  readonly log: Log
  readonly store: Pick<Store, 'coverage' | 'proveCoverage' | 'flush'>
}

interface Job {
  readonly list: HistoryList
  readonly window: Coverage
  readonly depth: Depth
}

type Depth = 'recent' | 'deep'

interface Work {
  readonly ports: BackfillPorts
  readonly terms: BackfillTerms
  readonly life: Canceller
  /** Lists that cannot be read until the user acts, and when they are tried again, in monotonic time. */
  readonly lame: Map<string, number>
  state: 'idle' | 'running' | 'asked-again'
  failures: number
  stopTimer: Stop | null
}

const DAY_MS = 24 * 3_600_000
/** Read at once on a first run; what is older follows leisurely. */
export const RECENT_MS = 30 * DAY_MS
/** The oldest hour of what an exchange keeps may be gone while it is asked for. */
const RETENTION_MARGIN_MS = 3_600_000
const DEEP_PAUSE_MS = 2_000
const SOON_MS = 5_000
const TOLD_SOON_MS = 10
const LAME_MS = 3_600_000

export function createBackfill(ports: BackfillPorts, terms: BackfillTerms): Backfill {
  const life = createCanceller()
  const work: Work = { ports, terms, life, lame: new Map(), state: 'idle', failures: 0, stopTimer: null }
  return {
    fill: () => fill(work),
    fillSoon: () => {
      if (work.stopTimer === null) later(work, SOON_MS)
    },
    stop: () => {
      life.stop()
      work.stopTimer?.()
    },
  }
}

function fill(work: Work): void {
  if (work.life.stopped) return
  if (work.state === 'idle') void run(work)
  else work.state = 'asked-again'
}

function later(work: Work, ms: number): void {
  if (work.life.stopped) return
  work.stopTimer?.()
  work.stopTimer = work.ports.clock.after(ms, () => fillNow(work))
}

function fillNow(work: Work): void {
  work.stopTimer = null
  fill(work)
}

/** One window after the other up to this moment; asked again in between, it begins anew at the newest. */
async function run(work: Work): Promise<void> {
  work.state = 'running'
  const began = work.ports.clock.now()
  const until = work.terms.now()
  if (await readAll(work, 'recent', until)) {
    work.terms.filled(began)
    await readAll(work, 'deep', until)
  }
  const again = isAskedAgain(work)
  work.state = 'idle'
  if (again) fill(work)
}

/** Answers whether nothing of this depth is left to read. */
async function readAll(work: Work, depth: Depth, until: Time): Promise<boolean> {
  for (let job = newestJob(work, depth, until); job !== null; job = newestJob(work, depth, until))
    if (!(await read(work, job)) || isAskedAgain(work)) return false
  return !work.life.stopped
}

/** Read afresh each time: it may change while a window is awaited. */
function isAskedAgain(work: Work): boolean {
  return work.state === 'asked-again'
}

function newestJob({ ports, terms, lame }: Work, depth: Depth, until: Time): Job | null {
  const able = terms.lists.filter(({ list }) => (lame.get(list) ?? 0) <= ports.clock.monotonic())
  const jobs = able.flatMap((list) => {
    const reach = { windowMs: list.windowMs, from: until - reachOf(list, depth), to: until }
    const window = nextWindow(ports.store.coverage({ account: terms.account, list: list.list }), reach)
    return window === null || isTooYoung(list, window, until) ? [] : [{ list, window, depth }]
  })
  return jobs.reduce<Job | null>((best, job) => (best === null || job.window.to > best.window.to ? job : best), null)
}

function isTooYoung({ restMs }: HistoryList, { from, to }: Coverage, until: Time): boolean {
  return to === until && to - from < restMs
}

/**
 * Facts first, then safely on disk and told of, then the proof: a failure anywhere in between proves nothing, so that
 * what a crash left untold is read again.
 */
async function read(work: Work, job: Job): Promise<boolean> {
  const { ports, terms, life } = work
  if (job.depth === 'deep') await pause(ports.clock, DEEP_PAUSE_MS, life)
  if (life.stopped) return false
  const facts = await terms.perform(job.list.read(terms.context(), { ...job.window, instruments: terms.instruments() }))
  if (life.stopped) return false
  if (!facts.ok) return failed(work, job, facts.failure)
  terms.take(facts.value)
  const flushed = await ports.store.flush()
  if (!flushed.ok) return failed(work, job, flushed.failure)
  while (!terms.isTold(facts.value) && !life.stopped) await pause(ports.clock, TOLD_SOON_MS, life)
  if (life.stopped) return false
  ports.store.proveCoverage({ account: terms.account, list: job.list.list }, job.window)
  work.failures = 0
  return true
}

/** Answers whether to go on with other windows. */
function failed(work: Work, job: Job, failure: Failure): boolean {
  const { log, clock } = work.ports
  log.warn('a window of history could not be read', { list: job.list.list, why: failure.sentence.id })
  if (failure.terminal === true) {
    work.lame.set(job.list.list, clock.monotonic() + LAME_MS)
    return true
  }
  work.stopTimer?.()
  work.stopTimer = waitForNextTry(work.ports, work.failures, failure, () => fillNow(work))
  work.failures += 1
  return false
}

function reachOf(list: HistoryList, depth: Depth): number {
  const kept = list.retentionMs - RETENTION_MARGIN_MS
  return depth === 'deep' ? kept : Math.min(kept, RECENT_MS)
}
