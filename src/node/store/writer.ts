import type { Clock } from '../../engine/ports/clock.ts'
import type { Log } from '../../engine/ports/log.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Stop } from '../../shared/link.ts'
import { ok, type Failure, type Result } from '../../shared/result.ts'
import { createAttempts } from './attempts.ts'
import { createBatch } from './batch.ts'
import type { Db } from './database.ts'
import type { Timed } from './timed.ts'
import { bound, withoutProofs, type Write } from './write.ts'

const TICK_MS = 1000
const RETRY_MS = 5000
/** So many writes take some 30 ms; the rest of a large back-fill lets others run in between. */
const AT_ONCE = 1000
const BREATH_MS = 50
/** About 100 MB of facts; a day without disk space for twenty accounts in use stays below. */
export const MOST_PENDING = 200_000

interface WriterPorts {
  readonly db: Db
  readonly file: string
  readonly clock: Clock
  readonly log: Log
  readonly timed: Timed
  readonly apply: (write: Write) => void
  /** Told once when writing begins to fail, and with null when it works again. */
  readonly problem: (failure: Failure | null) => void
  readonly mostPending: number
}

export interface Writer {
  append(writes: readonly Write[]): void
  /** Writes everything handed in so far; when it answers `ok` all of it is safely on disk. */
  drain(): Result<null>
  /** Drains, then runs one change in a transaction of its own. */
  change(what: string, work: () => void): Result<null>
  stop(): void
}

/** Collects writes and puts them on disk in order, one transaction a tick; nothing waits for a disk that is full. */
export function createWriter({ mostPending, clock, ...ports }: WriterPorts): Writer {
  const state: { pending: readonly Write[]; tick: Stop | null } = { pending: [], tick: null }
  /** Accounts that lost a fact in this run: a proof that comes later would speak of it too. */
  const robbed = new Set<AccountId>()
  const attempt = createAttempts(ports)
  const writeBatch = createBatch({ ...ports, lost: (account) => robbed.add(account) })
  const inTransaction = ports.db.transaction((work: () => void) => work())

  function append(writes: readonly Write[]): void {
    if (writes.length === 0) return
    const bounded = bound([...state.pending, ...writes], mostPending)
    for (const account of bounded.robbed) robbed.add(account)
    state.pending = withoutProofs(bounded.kept, robbed)
    schedule(TICK_MS)
  }

  function write(count: number): Result<null> {
    const writes = state.pending.slice(0, count)
    if (writes.length === 0) return ok(null)
    const result = attempt('write batch', () => writeBatch(writes))
    if (result.ok) state.pending = state.pending.slice(count)
    return result
  }

  const drain = (): Result<null> => write(Infinity)

  function change(what: string, work: () => void): Result<null> {
    const drained = drain()
    return drained.ok ? attempt(what, () => inTransaction.immediate(work)) : drained
  }

  function schedule(ms: number): void {
    state.tick ??= clock.after(ms, onTick)
  }

  function onTick(): void {
    state.tick = null
    const result = write(AT_ONCE)
    if (state.pending.length > 0) schedule(result.ok ? BREATH_MS : RETRY_MS)
  }

  return { append, drain, change, stop: () => state.tick?.() }
}
