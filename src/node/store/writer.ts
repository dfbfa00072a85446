import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result.ts'
import type { Db } from './database.ts'
import { classify, reasonOf, storeFailure } from './sqlite-trouble.ts'
import type { Timed } from './timed.ts'
import { accountOf, bound, withoutProofs, type Write } from './write.ts'

const TICK_MS = 1000
const RETRY_MS = 5000
/** About 100 MB of facts; a day without disk space for twenty accounts in use stays below. */
const MOST_PENDING = 200_000

interface WriterPorts {
  readonly db: Db
  readonly file: string
  readonly clock: Clock
  readonly log: Log
  readonly timed: Timed
  readonly apply: (write: Write) => void
  /** Told once when writing begins to fail, and with null when it works again. */
  readonly problem: (failure: Failure | null) => void
  readonly mostPending?: number
}

export interface Writer {
  append(writes: readonly Write[]): void
  /** Writes everything handed in so far; when it answers `ok` all of it is safely on disk. */
  drain(): Result<null>
  /** Drains, then runs one change in a transaction of its own. */
  change(what: string, run: () => void): Result<null>
  stop(): void
}

/** Collects writes and puts them on disk in order, one transaction a tick; nothing waits for a disk that is full. */
export function createWriter({
  db,
  file,
  clock,
  log,
  timed,
  apply,
  problem,
  mostPending = MOST_PENDING,
}: WriterPorts): Writer {
  const state: { pending: readonly Write[]; troubled: boolean; tick: Stop | null } = {
    pending: [],
    troubled: false,
    tick: null,
  }

  /** Accounts that lost a fact in this run: a proof that comes later would speak of it too. */
  const robbed = new Set<AccountId>()

  const applyAll = db.transaction((writes: readonly Write[]) => writes.forEach(apply))
  const applyOne = db.transaction(apply)
  const run = db.transaction((change: () => void) => change())

  /** Row by row, leaving out those the database refuses. */
  const applyAcceptable = db.transaction((writes: readonly Write[]) => {
    for (const write of writes) if (write.kind !== 'coverage') applyUnlessRefused(write)
    for (const write of withoutProofs(writes, robbed)) if (write.kind === 'coverage') apply(write)
  })

  function applyUnlessRefused(write: Write): void {
    try {
      applyOne(write)
    } catch (error) {
      if (classify(error) !== 'refused-row') throw error
      robbed.add(accountOf(write))
      log.error('row refused by the database', { kind: write.kind, reason: reasonOf(error) })
    }
  }

  function writeAll(writes: readonly Write[]): void {
    try {
      applyAll.immediate(writes)
    } catch (error) {
      if (classify(error) !== 'refused-row') throw error
      applyAcceptable.immediate(writes)
    }
  }

  function attempt(what: string, work: () => void): Result<null> {
    try {
      timed(what, work)
    } catch (error) {
      return fail(storeFailure(error, file))
    }
    return ok(null)
  }

  function note(result: Result<null>): Result<null> {
    if (result.ok === state.troubled) {
      state.troubled = !result.ok
      problem(result.ok ? null : result.failure)
    }
    return result
  }

  function drain(): Result<null> {
    const writes = state.pending
    if (writes.length === 0) return ok(null)
    const result = note(attempt('write batch', () => writeAll(writes)))
    if (result.ok) state.pending = []
    return result
  }

  function onTick(): void {
    state.tick = null
    if (!drain().ok) schedule(RETRY_MS)
  }

  function schedule(ms: number): void {
    state.tick ??= clock.after(ms, onTick)
  }

  return {
    append: (writes) => {
      if (writes.length === 0) return
      const bounded = bound([...state.pending, ...writes], mostPending)
      for (const account of bounded.robbed) robbed.add(account)
      state.pending = withoutProofs(bounded.kept, robbed)
      schedule(TICK_MS)
    },
    drain,
    change: (what, work) => {
      const drained = drain()
      return drained.ok ? note(attempt(what, () => run.immediate(work))) : drained
    },
    stop: () => {
      state.tick?.()
      state.tick = null
    },
  }
}
