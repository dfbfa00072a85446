import type { AccountId, Time } from '../../shared/ids.ts'
import type { StreamRow } from '../../shared/health-rows.ts'
import type { Stop } from '../../shared/link.ts'
import type { Clock } from '../ports/clock.ts'
import { freshnessOf, type Verification } from '../session/freshness.ts'
import type { SessionStatus } from '../session/status.ts'
import type { Table } from '../tables.ts'

/** What a stream is, for the screen. */
export interface StreamIdentity {
  readonly stream: string
  /** What it carries; may change while the stream lives. */
  readonly kind: () => StreamRow['kind']
  readonly account: AccountId | null
  readonly venueName: string
  /** The whole dashboard counts on it; may change while the stream lives. */
  readonly required: () => boolean
}

/** How it is now. `verifiedAt` is when its figures were last compared with the exchange's report, if they ever are. */
export interface StreamReport {
  readonly status: SessionStatus
  readonly verification: Verification
  readonly verifiedAt: Time | null
}

export interface StreamEntry {
  /** Something a person sees changed; publishes at once. */
  changed(): void
  remove(): void
}

export interface Streams {
  add(identity: StreamIdentity, read: () => StreamReport): StreamEntry
  stop(): void
}

interface Registered {
  readonly key: string
  readonly identity: StreamIdentity
  readonly read: () => StreamReport
}

const HEARD_EVERY_MS = 1000

/** Publishes a row per stream: changes at once, the moment it was last heard at most once a second. */
export function createStreams(clock: Clock, table: Table<StreamRow>): Streams {
  const entries = new Map<string, Registered>()
  const timer: { stop: Stop | null } = { stop: null }

  function publish({ key, identity, read }: Registered): void {
    if (entries.has(key)) table.set(key, toRow(key, identity, read()))
  }

  function beat(): void {
    timer.stop = entries.size === 0 ? null : clock.after(HEARD_EVERY_MS, beat)
    for (const entry of entries.values()) publish(entry)
  }

  function remove(key: string): void {
    entries.delete(key)
    table.set(key, null)
  }

  return {
    add: (identity, read) => {
      const entry = { key: freeKey(entries, identity.stream), identity, read }
      entries.set(entry.key, entry)
      publish(entry)
      timer.stop ??= clock.after(HEARD_EVERY_MS, beat)
      return { changed: () => publish(entry), remove: () => remove(entry.key) }
    },
    stop: () => {
      timer.stop?.()
      for (const key of [...entries.keys()]) remove(key)
    },
  }
}

/** Two accounts may bear one label; their streams still are two. */
function freeKey(entries: ReadonlyMap<string, unknown>, wish: string): string {
  const base = wish.slice(0, 110)
  let key = base
  for (let copy = 2; entries.has(key); copy += 1) key = `${base} ${copy}`
  return key
}

function toRow(key: string, identity: StreamIdentity, { status, verification, verifiedAt }: StreamReport): StreamRow {
  const { state, reason } = freshnessOf(key, status, verification)
  return {
    stream: key,
    kind: identity.kind(),
    account: identity.account,
    venueName: identity.venueName,
    state,
    required: identity.required(),
    connectedAt: status.connectedAt,
    heardAt: status.heardAt,
    verifiedAt,
    roundTripMs: status.roundTripMs,
    reconnects: status.reconnects,
    refusedFrames: status.refusedFrames,
    nextTryAt: status.nextTryAt,
    problem: reason?.sentence ?? null,
  }
}
